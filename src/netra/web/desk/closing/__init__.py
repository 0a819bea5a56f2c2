"""Tasks of a case and the closing of its file, for the office."""

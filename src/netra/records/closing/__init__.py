"""Tasks of a case and the closing of its file, with what is still open."""

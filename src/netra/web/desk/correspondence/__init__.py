"""Pages of the agenda: what came in and went out, and the one timeline of a case."""

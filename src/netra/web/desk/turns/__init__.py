"""Pages of the turns a case can take."""

"""Pages about papers: the list, letterheads, own forms, numbers and register books."""

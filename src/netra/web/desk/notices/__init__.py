"""Notices, the right of reply, and whoever is cleared."""

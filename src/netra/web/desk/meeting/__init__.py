"""Calling a plenary, who stays away from it, and the dissent."""

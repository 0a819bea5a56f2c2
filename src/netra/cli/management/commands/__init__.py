"""Management commands, each under 60 lines."""

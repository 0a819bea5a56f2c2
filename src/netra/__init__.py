"""Netra: guarding the neutrality of civil servants in elections."""

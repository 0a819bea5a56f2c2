"""Offices, outside bodies, people, their dated roles, and the settings of an office."""

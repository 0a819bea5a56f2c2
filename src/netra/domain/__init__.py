"""Rules that can be stated without a table: plain Python, no Django, no clock."""

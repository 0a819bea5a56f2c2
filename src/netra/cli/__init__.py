"""Commands of the console script `netra`."""

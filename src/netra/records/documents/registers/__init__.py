"""Register books (*buku register*): what an office kept in a period, line by line.

The official layout of these books was not seen; the columns are those of Netra, and
every sheet says so. A line holds numbers, days, kinds and counts: no name of a
reporter, witness or respondent, and nothing that somebody typed freely.
"""

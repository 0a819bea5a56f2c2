"""Assembling, comparing and reviewing the study of a case."""

"""Registered cases: allegations, study, plenary and outcome for each respondent."""

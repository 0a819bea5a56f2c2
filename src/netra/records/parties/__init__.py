"""Who is in a case beside its reporter: witnesses, experts, respondents made known."""

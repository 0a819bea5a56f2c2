"""Who takes no part in a case because of a tie to a party."""

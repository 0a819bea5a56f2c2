"""What those concerned are told, what they answer, and who is cleared."""

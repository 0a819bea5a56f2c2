"""What the office keeps: one Django app per noun, with its actions and queries."""

"""Elections as contests of a region, with stages, tickets and other favoured sides."""

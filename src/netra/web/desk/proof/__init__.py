"""Pages about what is proven by what."""

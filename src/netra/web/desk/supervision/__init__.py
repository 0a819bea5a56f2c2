"""Pages of supervision: Form A, tracings, and findings up to their registration."""

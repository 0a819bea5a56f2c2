"""Pages: the portal for everybody and the desk of the office."""

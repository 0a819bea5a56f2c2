"""The portal for everybody."""

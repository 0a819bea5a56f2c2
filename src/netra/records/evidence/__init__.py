"""Evidence as it was received: addressed by its hash, verified on every read."""

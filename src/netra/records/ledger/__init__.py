"""The ledger of the installation: append, verify, compare with the kept state."""

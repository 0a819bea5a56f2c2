"""Turns of the procedure: delegation, take-over, withdrawal, correction, tracks."""

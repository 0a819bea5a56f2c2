"""The working calendar of the installation, in versions that stay."""

"""Settings, door list and entry points of the installation."""

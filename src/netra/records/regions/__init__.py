"""Official regions of Indonesia: provinces, regencies and cities, sub-districts."""

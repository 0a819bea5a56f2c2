"""Pages of letters under way: stations, answers, packs, needs, keys of bodies."""

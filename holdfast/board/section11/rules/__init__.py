"""A return's way, what is counted, what to ask, whom to pair, what may be shown. Pure."""

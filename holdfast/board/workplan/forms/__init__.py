"""What may be typed in, by what it is about."""

"""What each room tells of a child, as far as the reader is let into that room's own records."""

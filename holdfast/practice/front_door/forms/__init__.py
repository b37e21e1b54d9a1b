"""What somebody types at the front door."""

"""What makes a figure an exception, and what a partner's figure is. Pure: told the day."""

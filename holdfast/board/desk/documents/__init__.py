"""What the desk makes of a meeting: reports on its items, its pack, its minutes, calendars."""

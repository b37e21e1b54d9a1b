"""What the room asks, one form for each verb."""

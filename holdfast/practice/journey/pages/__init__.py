"""What the room's pages say, arranged from what the other rooms tell."""

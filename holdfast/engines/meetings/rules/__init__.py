"""How a meeting moves, who counts as having come, and what a line typed in the room means."""

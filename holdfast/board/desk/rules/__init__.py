"""What the year's programme means for a forward plan, and what each standing item is."""

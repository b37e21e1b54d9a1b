"""What is known of children without a database: numbers, names, ages, and who is like whom."""

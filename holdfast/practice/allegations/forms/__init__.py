"""What may be typed in. Forms check shape, rules check law, the database checks integrity."""

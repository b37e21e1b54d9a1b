"""What a meeting becomes outside the product: one PDF for the table, minutes, a calendar."""

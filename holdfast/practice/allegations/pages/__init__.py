"""What each page says. Plain values: no template reaches the database."""

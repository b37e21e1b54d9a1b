"""What a board is made of, by law and by arithmetic. Pure: no Django, and told the day."""

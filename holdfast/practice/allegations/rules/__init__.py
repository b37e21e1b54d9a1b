"""What the law, the procedures and plain arithmetic say about allegations. Pure: no Django."""

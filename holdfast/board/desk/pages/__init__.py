"""What the desk's pages say. Plain values, so that a template cannot reach the database."""

"""Law, words and arithmetic of early help. Pure."""

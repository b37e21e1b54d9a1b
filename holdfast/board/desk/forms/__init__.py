"""What may be typed in about a meeting. Forms check shape; the verbs check the rest."""

"""What may be typed in: about returns (`returns`), about the hub's checks (`checks`)."""

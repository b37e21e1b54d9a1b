"""What a work plan is, how its file is read, and when a line is not moving. Pure."""

"""What the front door's pages print, worked out before a template sees it."""

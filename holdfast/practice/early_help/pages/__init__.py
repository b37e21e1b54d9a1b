"""What the room's pages print, arranged before a template sees it."""

"""What the room's pages say, arranged before a template sees it."""

"""What the pages about children show, arranged before a template sees it."""

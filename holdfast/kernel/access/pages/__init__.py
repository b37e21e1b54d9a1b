"""What the access pages say, arranged before a template sees it."""

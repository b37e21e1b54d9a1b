"""What the pages of frameworks, of evidence and of grades carried forward do."""

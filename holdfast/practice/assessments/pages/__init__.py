"""What the screens of assessments say."""

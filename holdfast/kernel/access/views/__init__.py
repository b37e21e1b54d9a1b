"""The access pages, each behind its door."""

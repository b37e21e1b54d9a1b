"""Scales, grades and frameworks as they are read. Pure."""

"""The year's statement as a Word paper."""

from holdfast.practice.private_fostering.documents.statement import frozen, lines, word

__all__ = ["frozen", "lines", "word"]

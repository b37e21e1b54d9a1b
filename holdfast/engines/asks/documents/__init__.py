"""A sent return as rows, as JSON and as a Word paper, with its questions' own version."""

from holdfast.engines.asks.documents.rows import HEADER, as_json, rows
from holdfast.engines.asks.documents.word import word

__all__ = ["HEADER", "as_json", "rows", "word"]

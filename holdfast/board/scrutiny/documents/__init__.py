"""The cover report in the council's layout, as one neutral paper set three ways."""

from holdfast.board.scrutiny.documents.compose import composed, paper_of
from holdfast.board.scrutiny.documents.model import Paper, from_json, to_json
from holdfast.board.scrutiny.documents.shelf import FORMATS, manifest

__all__ = ["FORMATS", "Paper", "composed", "from_json", "manifest", "paper_of", "to_json"]

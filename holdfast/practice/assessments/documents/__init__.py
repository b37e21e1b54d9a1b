"""An assessment as a paper: the whole of it, or one child's copy. HTML, PDF/UA and Word."""

from holdfast.practice.assessments.documents.compose import Paper, copy_of, kept, read, whole
from holdfast.practice.assessments.documents.files import FORMATS, manifest

__all__ = ["FORMATS", "Paper", "copy_of", "kept", "manifest", "read", "whole"]

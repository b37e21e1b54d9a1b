"""An assessment as a paper: the whole of it, or one child's copy, made for a named reader."""

from holdfast.practice.assessments.documents.compose import copy_of, reader_of, whole

__all__ = ["copy_of", "reader_of", "whole"]

"""What can show that a line was worth its work. Pure."""

from enum import StrEnum


class EvidenceSort(StrEnum):
    FIGURE = "figure"
    AUDIT = "audit"
    VOICE = "voice"
    PAPER = "paper"

"""A framework as it is read from a file, before anything is written. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Sort(StrEnum):
    """What a framework is for."""

    SELF_ASSESSMENT = "self-assessment"
    THRESHOLDS = "threshold document"


@dataclass(frozen=True)
class PlannedCriterion:
    code: str
    text: str
    group: str = ""
    evidence: tuple[str, ...] = ()
    descriptors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PlannedStandard:
    number: int
    title: str
    text: str
    optional: bool
    criteria: tuple[PlannedCriterion, ...]


@dataclass(frozen=True)
class PlannedEdition:
    """An edition of a framework. `source_status` says how sure we are of its source."""

    code: str
    title: str
    sort: Sort
    label: str
    source: str
    source_status: str
    scale: str
    in_force_from: date
    standards: tuple[PlannedStandard, ...]

    @property
    def criteria(self) -> tuple[PlannedCriterion, ...]:
        return tuple(one for standard in self.standards for one in standard.criteria)

"""The frameworks that the product ships, read and checked."""

from holdfast.engines.standards import data
from holdfast.engines.standards.rules.framework_file import read_framework
from holdfast.engines.standards.rules.planned import PlannedEdition


def section_11() -> PlannedEdition:
    """Return the eight key standards of section 11, with children's voice as an optional ninth."""
    return read_framework(data.text_of(data.SECTION_11), file=data.SECTION_11)


def thresholds() -> tuple[PlannedEdition, ...]:
    """Return the threshold document's editions, the oldest first."""
    names = (data.THRESHOLDS, data.THRESHOLDS_NEXT)
    return tuple(read_framework(data.text_of(name), file=name) for name in names)

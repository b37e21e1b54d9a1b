"""Whether a committee got its answer. Pure; the partnership's own standard (L).

An answer counts when it shows something dated, with where that can be read. A part with such an
answer in full is answered; with less, partly. A resolution is answered when every part is.
"""

from collections.abc import Iterable, Sequence

from holdfast.board.scrutiny.rules.words import Extent, Standing


def part_standing(extents: Iterable[Extent]) -> Standing:
    """Return how far one part is answered by all that was said about it."""
    said = set(extents)
    if Extent.ANSWERED in said:
        return Standing.ANSWERED
    return Standing.PARTLY if said else Standing.NOT_AT_ALL


def resolution_standing(parts: Sequence[Standing]) -> Standing:
    """Return how far a resolution is answered. Without parts nothing can have answered it."""
    if parts and all(part is Standing.ANSWERED for part in parts):
        return Standing.ANSWERED
    if any(part is not Standing.NOT_AT_ALL for part in parts):
        return Standing.PARTLY
    return Standing.NOT_AT_ALL

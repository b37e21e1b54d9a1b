"""Parts of a report that no room of Holdfast holds yet, and that may be typed by hand. Pure.

Until a room holds a part its chapter says that nobody does. Words typed in its place are marked as
typed by hand, with who typed them and where they are from.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One such chapter. `holds` says in words what would be held."""

    slug: str
    title: str
    holds: str


PARTS = (
    Part("reviews", "Reviews of serious cases", "reviews, what they found, and what was done"),
    Part("child-deaths", "Child deaths", "child deaths and what was learnt from them"),
    Part("missing", "Missing children", "children who went missing, and their return interviews"),
    Part("restraint", "Restraint in secure units", "restraint, or that there is no secure unit"),
)


def part(slug: str) -> Part | None:
    return next((one for one in PARTS if one.slug == slug), None)

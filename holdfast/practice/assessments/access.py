"""Who may do what to an assessment: the team manager by right, the worker by a grant."""

from datetime import date

from django.conf import settings

from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory.words import Role
from holdfast.practice.assessments.rules import editions

KIND = "assessment"
STORY = "story"
COPY = "copy"

WRITERS = frozenset({Role.SOCIAL_WORKER})
MANAGERS = frozenset({Role.TEAM_MANAGER})
ROOM = WRITERS | MANAGERS

ALLOCATED_DAYS = 2 * 365
"""How long an allocated worker's grant lasts, unless it is ended (local)."""


def declare() -> None:
    gate.declare(
        Kind(
            name=KIND,
            prefix="AS",
            retention="child_protection",
            break_glass=True,
            at_home={
                Role.TEAM_MANAGER: frozenset({Can.SEE, Can.WORK, Can.DECIDE, Can.OPEN}),
            },
            sections=frozenset({STORY, COPY}),
        )
    )
    nav.declare("My assessments", "assessments:mine", roles=ROOM, order=30, under="Assessments")
    nav.declare("Waiting", "assessments:waiting", roles=MANAGERS, order=31, under="Assessments")


def single_from() -> date:
    """Return the authority's own day of change to the single assessment: a setting."""
    found: date | None = settings.SINGLE_ASSESSMENT_FROM
    return found or editions.FIRST_SINGLE

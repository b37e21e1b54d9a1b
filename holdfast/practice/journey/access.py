"""Who has a list of children here. What is on it, and what each page tells, the gate says."""

from holdfast.kernel.access import nav
from holdfast.kernel.directory.words import Role

WORKERS = frozenset({Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.EARLY_HELP_WORKER})
"""Whose posts have children, or have somebody who has."""


def declare() -> None:
    nav.declare("My children", "journey:mine", roles=WORKERS, order=5)

"""Two invented kinds of record for the tests: an open one with break-glass, and a sealed one."""

from collections.abc import Iterator
from contextlib import contextmanager

from holdfast.kernel.access.gate import Can, Kind, declare
from holdfast.kernel.access.words import KINDS
from holdfast.kernel.directory.words import Role

EVERY = frozenset({Can.SEE, Can.WORK, Can.DECIDE, Can.OPEN})
OPEN = "test_note"
SEALED = "test_plate"

AT_HOME = {Role.SOCIAL_WORKER: EVERY, Role.LADO: EVERY, Role.CHILD_PROTECTION_CHAIR: {Can.SEE}}
IN_AREA = {Role.HEALTH: frozenset({Can.SEE}), Role.HEAD_TEACHER: frozenset({Can.OPEN})}


def _kind(name: str, prefix: str, *, sealed: bool) -> Kind:
    return Kind(
        name=name,
        prefix=prefix,
        retention="board",
        at_home={role: frozenset(rights) for role, rights in AT_HOME.items()},
        in_area=IN_AREA,
        sealed=sealed,
        break_glass=not sealed,
        sections=frozenset({"story", "meeting"}),
    )


@contextmanager
def declared() -> Iterator[None]:
    declare(_kind(OPEN, "TN", sealed=False))
    declare(_kind(SEALED, "TP", sealed=True))
    try:
        yield
    finally:
        for name in (OPEN, SEALED):
            KINDS.pop(name, None)

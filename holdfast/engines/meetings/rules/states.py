"""What a meeting and an agenda item are and how they move. Pure.

All of it is the partnership's own standard (status L): no law says how a board keeps its minutes.
"""

from enum import StrEnum

from holdfast.kernel.records.moves import Move, NotAllowed, StateTable

LOCAL = "The partnership's own standard for its meetings (L)"


class State(StrEnum):
    PLANNED = "planned"
    AGENDA_ISSUED = "agenda_issued"
    PAPERS_OUT = "papers_out"
    HELD = "held"
    MINUTES_DRAFTED = "minutes_drafted"
    MINUTES_APPROVED = "minutes_approved"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


class ItemState(StrEnum):
    PROPOSED = "proposed"
    SCHEDULED = "scheduled"
    PAPER_IN = "paper_in"
    PUBLISHED = "published"
    HEARD = "heard"
    DECIDED = "decided"
    DEFERRED = "deferred"


class Purpose(StrEnum):
    DECIDE = "decide"
    ASSURE = "assure"
    NOTE = "note"


class Came(StrEnum):
    PRESENT = "present"
    DEPUTY = "deputy"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    NOT_RECORDED = "not_recorded"


BEFORE = frozenset({State.PLANNED, State.AGENDA_ISSUED, State.PAPERS_OUT})
"""Until it is held, a meeting may be moved or cancelled."""

WRITTEN_UP = frozenset({State.MINUTES_DRAFTED, State.MINUTES_APPROVED, State.PUBLISHED})
"""There are minutes, and nothing more is captured in the room."""

WAS_HELD = frozenset({State.HELD, *WRITTEN_UP})


def _move(target: State, *sources: State) -> Move:
    return Move(frozenset(sources), target, LOCAL)


TABLE = StateTable(
    State.PLANNED,
    {
        "issue_agenda": _move(State.AGENDA_ISSUED, State.PLANNED),
        "send_papers": _move(State.PAPERS_OUT, State.AGENDA_ISSUED),
        "hold": _move(State.HELD, State.AGENDA_ISSUED, State.PAPERS_OUT),
        "draft_minutes": _move(State.MINUTES_DRAFTED, State.HELD),
        "approve_minutes": _move(State.MINUTES_APPROVED, State.MINUTES_DRAFTED),
        "publish_minutes": _move(State.PUBLISHED, State.MINUTES_APPROVED),
        "cancel": _move(State.CANCELLED, *BEFORE),
    },
)

INSTEAD = {
    "issue_agenda": "The agenda has been issued. Add what is missing as a supplement.",
    "send_papers": "Papers go out once the agenda is issued, and once only.",
    "hold": "A meeting is held when its agenda has been issued, and once only.",
    "draft_minutes": "Minutes are drafted once, after the meeting was held.",
    "approve_minutes": "Only drafted minutes can be approved.",
    "publish_minutes": "Only approved minutes can be published.",
    "cancel": "This meeting was held or cancelled already.",
}


def target(*, state: str, move: str) -> str:
    """Return where a move leads, or raise NotAllowed with what to do instead."""
    if state not in TABLE.moves[move].sources:
        raise NotAllowed(INSTEAD[move])
    return TABLE.moves[move].target


def require_before(state: str, *, what: str) -> None:
    if state not in BEFORE:
        raise NotAllowed(f"This meeting was held or cancelled already, so it cannot be {what}.")


def require_planned(state: str) -> None:
    if state != State.PLANNED:
        raise NotAllowed(INSTEAD["issue_agenda"])


def require_in_the_room(state: str) -> None:
    if state != State.HELD:
        raise NotAllowed(
            "The minutes are drafted already. Change their text, or add a dated addendum."
            if state in WRITTEN_UP
            else "This meeting has not been held yet. Say that it has begun, then write."
        )


NEXT: dict[str, tuple[str, str]] = {
    State.PLANNED: ("board manager", "Draw the agenda and issue it."),
    State.AGENDA_ISSUED: ("board manager", "Send the papers out."),
    State.PAPERS_OUT: ("everybody invited", "Read the papers and come."),
    State.HELD: ("board manager", "Draft the minutes the same day."),
    State.MINUTES_DRAFTED: ("chair", "Approve the minutes, or have them changed."),
    State.MINUTES_APPROVED: ("board manager", "Publish the minutes."),
    State.PUBLISHED: ("nobody", "Nothing: its actions are in the tracker."),
    State.CANCELLED: ("nobody", "Nothing: it does not count in the attendance."),
}
"""Whose move it is in each state, and what comes next. A room may put it in its own words."""

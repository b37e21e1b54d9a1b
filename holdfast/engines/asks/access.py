"""Who may do what to a round and to each return in it, and which purposes there are.

Two kinds of record. A *request round* belongs to whoever asks; a *return* (kind "information
request") belongs to the agency that was asked, in the board's area. The board's manager and
analyst may open a return's page, see how far it is and steer it, but `reads_answers` keeps what
was written from them until it is sent. Authors without a seat on the board work by a grant.
"""

from dataclasses import dataclass

from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Answer as Right
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.access.models import Grant
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.models import Record

KIND = "information request"
ROUND = "request round"
ASKERS = frozenset({Role.BOARD_MANAGER, Role.ANALYST})
ANSWERERS = frozenset(
    {
        Role.BOARD_MEMBER,
        Role.OFFICER,
        Role.HEAD_TEACHER,
        Role.HEALTH,
        Role.POLICE_OFFICER,
        Role.EMPLOYER,
        Role.SOCIAL_WORKER,
    }
)
READERS = ASKERS | ANSWERERS | {Role.BOARD_CHAIR}
CHECK = "agency check"
HUB = frozenset({Role.MASH_MANAGER, Role.MASH_WORKER})
DESKS = ANSWERERS | {Role.EARLY_HELP_WORKER, Role.TEAM_MANAGER}
"""Whose posts may answer a check. Each is let into its own by a grant, and sees no other."""
STEERS = frozenset({Can.SEE, Can.WORK, Can.OPEN})


@dataclass(frozen=True)
class Purpose:
    """What a question set is for. A room declares its own as the product starts.

    `link_allowed` lets one section go by a link to somebody without an account. A purpose whose
    answers hold a child's data never allows it.
    """

    key: str
    words: str
    link_allowed: bool
    retention: str = "board"


PURPOSES: dict[str, Purpose] = {}


def declare_purpose(purpose: Purpose) -> None:
    PURPOSES[purpose.key] = purpose


def declare() -> None:
    asking = dict.fromkeys(ASKERS, STEERS) | {Role.BOARD_CHAIR: frozenset({Can.SEE})}
    seat = frozenset({Can.SEE, Can.WORK, Can.DECIDE})
    gate.declare(
        Kind(
            name=KIND,
            prefix="IR",
            retention="board",
            at_home={Role.BOARD_MEMBER: seat},
            in_area=asking,
        )
    )
    gate.declare(Kind(name=ROUND, prefix="RQ", retention="board", at_home={}, in_area=asking))
    gate.declare(
        Kind(
            name=CHECK,
            prefix="CK",
            retention="child_protection",
            at_home={},
            in_area={
                Role.MASH_MANAGER: STEERS | {Can.DECIDE},
                Role.MASH_WORKER: STEERS,
            },
        )
    )
    nav.declare("Asked of us", "asks:checks", roles=DESKS, order=21)
    nav.declare("Asks to agencies", "asks:hub_checks", roles=HUB, order=15)
    nav.declare("Requests", "asks:requests", roles=READERS, order=20)


def is_author(post: Post, record: Record) -> bool:
    """Say whether a post is on the answering side of a return: at home there, or granted."""
    if post.agency_id == record.owner_id and gate.may_at_home(post, Can.WORK, record):
        return True
    return granted(post, record) and gate.may(post, Can.WORK, record)


def reads_answers(post: Post, record: Record, *, was_sent: bool, right: Right) -> bool:
    """Say whether somebody who was let in may read what is written: authors always, others once
    it was sent."""
    own = right.right == "at home" and post.agency_id == record.owner_id
    return was_sent or own or (right.right.startswith("grant") and right.let_in)


def granted(post: Post, record: Record) -> bool:
    """Say whether a post works on a record by a grant of its own."""
    live = Grant.objects.live(at=moment.now())
    return live.filter(record=record, post=post, level=Grant.Level.WORK).exists()

"""What can be written about a child, for who may write it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from holdfast.kernel.ui.parts import Link

WRITE = (
    ("name", "Another name"),
    ("address", "Another address"),
    ("number", "A number"),
    ("marker", "What to know before a visit"),
    ("keep-from", "Keep the address from somebody"),
    ("adult", "Somebody of the family network"),
    ("child", "A brother, sister or cousin"),
)
AT_HOME = (
    ("allocate", "Say who works with the child"),
    ("share", "Share with another agency’s post"),
    ("join", "The same child as another record"),
    ("keep-out", "Keep out who is too near"),
)
DECIDE = (("restrict", "Restrict to a few posts"),)


@dataclass(frozen=True)
class Menu:
    write: Sequence[Link] = ()
    decide: Sequence[Link] = ()


def of(reference: str, *, may_work: bool, home: bool, decides: bool) -> Menu:
    """A worker writes; the hub and the team's manager say who else comes in."""
    named = (*(AT_HOME if home else ()), *(DECIDE if decides else ()))
    return Menu(
        [_link(reference, "write", *one) for one in (WRITE if may_work else ())],
        [_link(reference, "let", *one) for one in named],
    )


def _link(reference: str, page: str, entry: str, words: str) -> Link:
    return Link(words, reverse(f"children:{page}", args=[reference, entry]))

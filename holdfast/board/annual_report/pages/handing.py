"""What is open, post by post, for whoever takes a post over; and what was handed over before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.models import Edition, Handover
from holdfast.board.annual_report.pages.now import beside, crumbs
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.directory.models import Post
from holdfast.kernel.ui.parts import Link


@dataclass(frozen=True)
class Mine:
    """One post: since when it is held by whoever holds it now, and what is open."""

    title: str
    since: str
    changed: bool
    open: list[str]


@dataclass(frozen=True)
class Kept:
    head: str
    note: str
    open: list[str]


@dataclass(frozen=True)
class HandoverPage:
    crumbs: list[Link]
    posts: list[Mine]
    kept: list[Kept]
    beside: list[Link]

    @classmethod
    def of(
        cls,
        edition: Edition,
        open_: Mapping[Post, list[str]],
        *,
        since: Mapping[int, datetime],
        kept: Sequence[Handover],
    ) -> "HandoverPage":
        year_began = date(int(edition.year[:4]), 4, 1)
        return cls(
            crumbs=crumbs(edition),
            posts=[_mine(post, open_[post], since.get(post.pk), year_began) for post in open_],
            kept=[
                Kept(
                    f"{each.post.title}, {day_words(each.on)}, by the {each.by.title}",
                    each.note,
                    list(each.open),
                )
                for each in kept
            ],
            beside=beside(edition),
        )


def _mine(post: Post, open_: list[str], since: datetime | None, year_began: date) -> Mine:
    if since is None:
        return Mine(post.title, "Nobody holds this post.", True, open_)
    began = since.date()
    changed = began > year_began
    words = f"Held since {day_words(began)}"
    if changed:
        after = began > rules.ends_on(f"{year_began.year}-{(year_began.year + 1) % 100:02d}")
        words += ", after the report’s year ended" if after else ", within the report’s year"
    return Mine(post.title, f"{words}.", changed, open_)

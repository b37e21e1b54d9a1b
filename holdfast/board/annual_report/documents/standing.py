"""How an edition stands against what it must hold: worked out from the report, never typed."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.documents.briefs import family
from holdfast.board.annual_report.documents.model import ActivityBlock, Report
from holdfast.board.annual_report.documents.outline import outline_of
from holdfast.board.annual_report.models import Dispatch, Edition, Recipient
from holdfast.board.annual_report.rules import required
from holdfast.board.annual_report.rules.required import Guidance, Held
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.actions.states import Mover
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Role


def tokens_of(
    report: Report, edition: Edition, recipients: Collection[Recipient], *, guidance: Guidance
) -> set[str]:
    """What a report holds, as the tokens that the required items look for."""
    found = {*_chapters(report), *_impact(report), *_family(report)}
    if edition.state == rules.APPROVED:
        found.add("edition:approved")
    return found | set(_list(recipients, guidance))


def standing(
    report: Report, edition: Edition, recipients: Collection[Recipient], *, guidance: Guidance
) -> tuple[Held, ...]:
    tokens = tokens_of(report, edition, recipients, guidance=guidance)
    return required.standing(guidance.key, tokens=tokens)


def activities(report: Report) -> list[ActivityBlock]:
    return [block for block in report.blocks() if isinstance(block, ActivityBlock)]


def unsent(edition: Edition, recipients: Iterable[Recipient]) -> list[Recipient]:
    """Who is on the list of an approved edition and has not been sent it."""
    if edition.state != rules.APPROVED:
        return []
    settled = {Dispatch.What.APPROVED, Dispatch.What.LEFT_OUT}
    return [
        each
        for each in recipients
        if not any(sent.what in settled for sent in each.dispatches.all())
    ]


def _chapters(report: Report) -> Iterator[str]:
    for chapter in report.chapters:
        if chapter.empty:
            continue
        yield f"chapter:{chapter.slug}"
        if chapter.slug == "statements" and not any(each.empty for each in chapter.sections):
            yield "statements:all"
        for section in chapter.sections:
            if not section.empty:
                yield f"section:{chapter.slug}#{section.anchor}"
                yield f"anchor:{section.anchor}"


def _impact(report: Report) -> Iterator[str]:
    found = activities(report)
    if any(each.shown for each in found):
        yield "impact:some"
    if found and all(each.shown for each in found):
        yield "impact:all"


def _family(report: Report) -> Iterator[str]:
    brief = report.brief(family.FORM)
    if brief is None:
        return
    yield "brief:family"
    if family.reading(brief).easy:
        yield "family:easy"


def _list(recipients: Collection[Recipient], guidance: Guidance) -> Iterator[str]:
    by_rule = {each.rule: each for each in recipients if each.rule}
    named = [by_rule.get(one.slug) for one in guidance.sent_to]
    if not all(named):
        return
    yield "list:named"
    sent = [each for each in named if each and _was_sent(each)]
    if len(sent) == len(named):
        yield "list:sent"


def _was_sent(recipient: Recipient) -> bool:
    return any(each.what == Dispatch.What.APPROVED for each in recipient.dispatches.all())


@dataclass(frozen=True)
class Holder:
    """The post that holds an item; `named` says that somebody charged it, not the default."""

    post: Post | None
    named: bool


def holders(edition: Edition) -> dict[str, Holder]:
    """Who holds each item: whoever was charged last, or the first post of the item's role."""
    charged = {
        each.item: Holder(each.post, named=True)
        for each in edition.charges.select_related("post__agency")
    }
    roles = {item.holder for item in required.items()}
    by_role = first_posts(edition, roles)
    default = {
        item.key: Holder(by_role.get(item.holder), named=False) for item in required.items()
    }
    return default | charged


def first_posts(edition: Edition, roles: Collection[Role]) -> dict[str, Post]:
    """The oldest post of each role in the edition's area."""
    found = Post.objects.filter(
        agency__area=edition.record.area_id, role__in=[role.value for role in roles]
    ).select_related("agency")
    return {post.role: post for post in found.order_by("-pk")}


def open_by_post(
    edition: Edition, report: Report, held: Sequence[Held], *, on: date, only: Post | None = None
) -> dict[Post, list[str]]:
    """
    What each post has still to do about an edition, as sentences that a successor may read.

    With `only`, what that one post has: an empty list where nothing is open.
    """
    found: dict[Post, list[str]] = {only: []} if only else {}
    for post, words in _open(edition, report, held, on=on):
        if post and only in (None, post):
            found.setdefault(post, []).append(words)
    return found


def _open(
    edition: Edition, report: Report, held: Sequence[Held], *, on: date
) -> Iterator[tuple[Post | None, str]]:
    for one in edition.milestones.for_page():
        stands = one.action.standing(on=on)
        if stands.mover is not Mover.NOBODY:
            due = f", by {day_words(stands.due_on)}" if stands.due_on else ""
            yield one.action.owner, f"{one.action.what}{due}: {stands.why}."
    boxes = [box for box in report.disagreements() if box.settled is None]
    doubts = {doubt.key: doubt.holder for doubt in outline_of(edition.year).doubts}
    by_role = first_posts(edition, set(doubts.values()))
    for box in boxes:
        words = f"Disagreement {box.number} is not settled: {box.title}."
        yield by_role.get(doubts.get(box.key, "")), words
    who = holders(edition)
    for each in held:
        if each.lacks:
            missing = "; ".join(part.words for part in each.lacks)
            words = f"“{each.item.words}” is {each.filled.value}. Missing: {missing}."
            yield who[each.item.key].post, words

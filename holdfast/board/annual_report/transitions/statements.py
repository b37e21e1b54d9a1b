"""Asking the partners for their statements. What they answer is theirs: nobody here edits it."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.models import Edition
from holdfast.board.annual_report.rules import statement
from holdfast.board.annual_report.transitions.writing import write_down
from holdfast.engines.asks import transitions as asks
from holdfast.engines.asks.models import Round
from holdfast.engines.asks.transitions import Recipient
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def ask_partners(
    edition: Edition, *, to: Sequence[Post], due_on: date, by: Post, on: date
) -> Round:
    """
    Put the statement's questions to partners, each with its own return and clock.

    A post that has no seat on the board has its agency's seat sign the statement off, where the
    agency has one. Raises NotAllowed where this year's statements were asked for already.
    """
    gate.require(by, Can.WORK, edition.record)
    if edition.state != rules.DRAFT:
        raise NotAllowed("Statements are asked for while the edition is a draft.")
    asked = Round.objects.filter(
        about__edition__year=edition.year, question_set__purpose=statement.PURPOSE
    )
    if asked.exists():
        raise NotAllowed(
            "This year’s statements were asked for already. Remind or extend that request."
        )
    framed = asks.frame(
        statement.PURPOSE,
        title="Statement for the annual report",
        questions=statement.QUESTIONS,
        area=edition.record.area,
        by=by,
        on=on,
    )
    seats = _seats([post for post in to if post.role != Role.BOARD_MEMBER])
    issued = asks.issue(
        framed,
        to=[Recipient(post, sign_off=seats.get(post.agency_id)) for post in to],
        title=f"Statements for the annual report {edition.year.replace('-', '/')}",
        why=statement.WHY,
        lawful_basis=statement.BASIS,
        due_on=due_on,
        about=edition.record,
        by=by,
        on=on,
    )
    write_down(edition, "ask_partners", note=f"{len(to)} partners", by=by, on=on)
    return issued


def _seats(posts: Sequence[Post]) -> dict[int, Post]:
    """The board member's post of each agency that has one."""
    agencies = {post.agency_id for post in posts}
    found = Post.objects.filter(agency__in=agencies, role=Role.BOARD_MEMBER.value).order_by("-pk")
    return {post.agency_id: post for post in found}

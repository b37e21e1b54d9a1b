"""Who may see a record, until when and why; who no longer may; and who is shut out."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from holdfast.kernel.access.door import Visit
from holdfast.kernel.access.models import Grant, Member
from holdfast.kernel.directory.models import Holding, Person
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table
from holdfast.practice.allegations.access import ROOM
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.pages.beside import sections_of

KEEPERS = TableSpec(
    caption="Who keeps the record",
    columns=(
        Column("post", "Post", header=True),
        Column("since", "Since"),
        Column("why", "Why"),
    ),
)
LET_IN = TableSpec(
    caption="Who is let into a part of it",
    columns=(
        Column("post", "Post", header=True),
        Column("sees", "Sees only"),
        Column("why", "For what"),
        Column("until", "Until"),
        Column("end", "End it now"),
    ),
    nothing="Nobody is let in.",
)
ENDED = TableSpec(
    caption="Whose time has ended",
    columns=(
        Column("post", "Post", header=True),
        Column("saw", "Saw"),
        Column("ended", "Ended"),
        Column("why", "Why"),
    ),
    nothing="Nobody’s time has ended yet.",
)


@dataclass(frozen=True)
class CirclePage:
    reference: str
    keepers: Table
    let_in: Table
    ended: Table
    shut_out: Sequence[str]
    offers: Sequence[tuple[str, Link]]
    person_url: str
    admit_url: str

    @classmethod
    def of(cls, allegation: Allegation, *, visit: Visit, may_decide: bool) -> "CirclePage":
        record = allegation.record
        grants = list(record.grants.select_related("post__agency", "end__ended_by"))
        live = [g for g in grants if not hasattr(g, "end") and g.expires_at > visit.now]
        members = record.members.filter(grant=None, end=None).select_related("post__agency")
        shut = record.shut_outs.filter(lift=None).select_related("by")
        return cls(
            reference=record.reference,
            keepers=plain_table(KEEPERS, [_keeper(one) for one in members]),
            let_in=plain_table(LET_IN, [_let_in(g, record.reference) for g in live]),
            ended=plain_table(ENDED, [_ended(g) for g in grants if g not in live]),
            shut_out=[
                f"The adult it is about, in every post, since {day_words(one.at)}, "
                f"by the {one.by.title}."
                for one in shut
            ],
            offers=_offers(allegation) if may_decide else [],
            person_url=reverse("allegations:person", args=[record.reference]),
            admit_url=reverse("allegations:admit", args=[record.reference]),
        )


def _keeper(member: Member) -> Row:
    return Row(
        {
            "post": str(member.post),
            "since": day_words(member.admitted_at),
            "why": member.why,
        }
    )


def _let_in(grant: Grant, reference: str) -> Row:
    url = reverse("allegations:end_grant", args=[reference, grant.pk])
    return Row(
        {
            "post": str(grant.post),
            "sees": sections_of(grant),
            "why": grant.purpose,
            "until": day_words(grant.expires_at),
            "end": Cell("End it", url=url, note=f"for {grant.post.title}"),
        }
    )


def _ended(grant: Grant) -> Row:
    end = getattr(grant, "end", None)
    return Row(
        {
            "post": str(grant.post),
            "saw": sections_of(grant),
            "ended": day_words(end.ended_at if end else grant.expires_at),
            "why": f"{end.why} ({end.ended_by.title})" if end else "Its time was over.",
        }
    )


def _offers(allegation: Allegation) -> list[tuple[str, Link]]:
    """Offers that nobody has taken. Who was offered the case sees nothing of it."""
    waiting = allegation.transfers.filter(accepted_on=None, withdrawn_on=None)
    return [
        (
            f"Offered to {offer.to} on {day_words(offer.offered_on)}. Nothing is open to it yet.",
            Link("Withdraw the offer", withdraw_url(allegation, offer.pk)),
        )
        for offer in waiting.select_related("to__agency")
    ]


def withdraw_url(allegation: Allegation, offer: object) -> str:
    return reverse("allegations:withdraw", args=[allegation.record.reference, offer])


@dataclass(frozen=True)
class Chosen:
    """The person chosen, and what is about to happen. Said before it is done."""

    pk: int
    name: str
    posts: str
    keeps_the_room: bool
    leads: bool


def chosen(person: Person, held: Sequence[Holding], *, allegation: Allegation) -> Chosen:
    mine = [one.post for one in held if one.person_id == person.pk]
    return Chosen(
        pk=person.pk,
        name=person.name,
        posts="; ".join(str(post) for post in mine) or "no post now",
        keeps_the_room=any(
            post.role in ROOM and post.agency_id == allegation.record.owner_id for post in mine
        ),
        leads=any(post.pk == allegation.lead_id for post in mine),
    )

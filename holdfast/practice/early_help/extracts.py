"""What this room publishes: rows without names or references, for the EH and FF indicators.

Keys are opaque and another one in every release. Rows are for insight inside the product: small
counts of them are suppressed there. `reason` and `end_reason` are words of this room's own lists.
"""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings

from holdfast.practice.early_help.models import (
    EarlyHelp,
    FamilyChild,
    Place,
    Support,
    SurveyAnswer,
)
from holdfast.practice.early_help.rules.surveying import Question
from holdfast.practice.early_help.rules.words import EndReason, Source

REPEAT = timedelta(days=365)
"""A new episode this soon after the last one ended is a repeat (EH04)."""


@dataclass(frozen=True)
class EpisodeRow:
    """One child's episode of early help: Annex A list 2 and the standard dataset's table.

    `assessed_on` is the day its first assessment was complete (EH01), by an agency of `sector`
    (EH08). `repeat` says that one of the family's earlier episodes had ended within 365 days.
    """

    area: str
    key: str
    child: str
    family: str
    started_on: date
    assessed_on: date | None
    ended_on: date | None
    reason: str
    end_reason: str
    sector: str
    agency: str
    stepped_up_on: date | None
    stepped_down: bool
    repeat: bool

    @property
    def outcomes_met(self) -> bool:
        """Ended with what was hoped for (EH07)."""
        return self.end_reason == EndReason.MET


@dataclass(frozen=True)
class HelpRow:
    """One family in one programme, or given one piece of help (FF01)."""

    area: str
    key: str
    family: str
    kind: str
    group: bool
    started_on: date
    ended_on: date | None
    state: str


@dataclass(frozen=True)
class SurveyRow:
    """One form that a family filled in: no family, no day (EH09 to EH11)."""

    area: str
    key: str
    month: date
    who: str
    satisfied: str
    better: str
    know: str
    heard: str


def episodes(*, since: date, until: date, release: str) -> Iterator[EpisodeRow]:
    """Yield a row for each child whose family's early help ran on a day from `since` to `until`.

    `until` itself is not in the period. A family that did not agree is a row too: it was offered.
    """
    running = EarlyHelp.objects.running(since=since, until=until)
    found = FamilyChild.objects.filter(early_help__in=running).select_related(
        "early_help__record__area", "early_help__agency", "early_help__earlier"
    )
    for child in found.prefetch_related("early_help__step_ups").order_by("early_help", "number"):
        family = child.early_help
        step_up = next(iter(family.step_ups.all()), None)
        yield EpisodeRow(
            area=family.record.area.code,
            key=_opaque(f"{family.record_id}|{child.number}", release=release),
            child=_opaque(_who(child), release=release),
            family=_opaque(str(family.record_id), release=release),
            started_on=family.offered_on,
            assessed_on=family.assessed_on,
            ended_on=family.ended_on,
            reason=family.reason,
            end_reason=family.end_reason,
            sector=family.agency.sector,
            agency=family.agency.name,
            stepped_up_on=step_up.on if step_up else None,
            stepped_down=family.source in {Source.STEP_DOWN, Source.FRONT_DOOR},
            repeat=_repeats(family),
        )


def help_given(*, since: date, until: date, release: str) -> Iterator[HelpRow]:
    """Yield a row for each place and each piece of help that ran in a period."""
    families = EarlyHelp.objects.running(since=since, until=until)
    places = Place.objects.filter(early_help__in=families, joined_on__lt=until)
    for place in places.select_related("early_help__record__area", "programme").order_by("pk"):
        ended = {None: "has_a_place", True: "completed", False: "left"}[place.completed]
        record = place.early_help.record
        yield HelpRow(
            record.area.code, _opaque(f"place {place.pk}", release=release),
            _opaque(str(record.pk), release=release), place.programme.kind, True, place.joined_on,
            place.left_on, ended,
        )  # fmt: skip
    supports = Support.objects.filter(early_help__in=families, offered_on__lt=until)
    for one in supports.select_related("early_help__record__area").order_by("pk"):
        record = one.early_help.record
        over = one.state in {"finished", "fell_away", "declined"}
        yield HelpRow(
            record.area.code, _opaque(f"support {one.pk}", release=release),
            _opaque(str(record.pk), release=release), one.kind, False, one.offered_on,
            one.changed_on if over else None, one.state,
        )  # fmt: skip


def surveys(*, since: date, until: date, release: str) -> Iterator[SurveyRow]:
    """Yield a row for each form of the months from `since` to before `until`."""
    found = SurveyAnswer.objects.given(since=since, until=until).select_related("area")
    for one in found.order_by("month", "pk"):
        answers = {question.value: getattr(one, question.value) for question in Question}
        key = _opaque(f"survey {one.pk}", release=release)
        yield SurveyRow(one.area.code, key, one.month, one.who, **answers)


def _who(child: FamilyChild) -> str:
    """One child in two episodes has one key, once both are linked with the child's record."""
    return str(child.child_id or f"{child.early_help_id}|{child.number}")


def _repeats(family: EarlyHelp) -> bool:
    earlier = family.earlier
    if earlier is None or earlier.ended_on is None:
        return False
    return family.offered_on - earlier.ended_on <= REPEAT


def _opaque(key: str, *, release: str) -> str:
    """Return a key that cannot be turned back and cannot be followed into the next release."""
    secret = f"early_help|{release}|{settings.SECRET_KEY}".encode()
    return hmac.new(secret, key.encode(), hashlib.sha256).hexdigest()[:32]

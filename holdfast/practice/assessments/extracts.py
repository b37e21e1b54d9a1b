"""What this room publishes: one row for each child of an assessment, coded for a census year.

No names and no references. The fields are those of the children in need census (Assessments and
AssessmentFactorsList, as its validator's tables have them) and of the Standard Safeguarding
Dataset's `cin_assessments`; who the children are, only the returns' own extract says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q

from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.records.opaque import CHILD, opaque
from holdfast.practice.assessments.models import Assessment, AssessmentChild
from holdfast.practice.assessments.rules import editions, factors, outcomes, states, voices
from holdfast.practice.assessments.rules.editions import Kind

IN_ONE_GO = 500


@dataclass(frozen=True)
class AssessmentRow:
    """One child in one assessment. Keys are opaque, and others in every release.

    `factors` are the codes of `year`'s return (the year of its 31 March); `found` are practice's
    own keys, which no year changes. `in_time` is None while it is open or has no limit in law.
    """

    area: str
    key: str
    child: str
    group: str
    year: int
    kind: str
    form: str
    edition: str
    received_on: date
    started_on: date
    review_on: date | None
    authorised_on: date | None
    due_on: date | None
    in_time: bool | None
    late_code: str
    seen_on: date | None
    seen_alone_on: date | None
    words_heard: bool
    outcome: str
    closes_as: str
    factors: tuple[str, ...]
    found: tuple[str, ...]


def rows(*, since: date, until: date, release: str) -> Iterator[AssessmentRow]:
    """Yield a row for each child of each assessment that was open on or after `since` and began
    before `until`: what a census of that year asks for. One that was stopped is in none.

    Small counts of rows are suppressed before they leave insight.
    """
    year = factors.collection_year(date.fromordinal(until.toordinal() - 1))
    live = Q(authorised_on__isnull=True) | Q(authorised_on__gte=since)
    found = Assessment.objects.filter(live, started_on__lt=until)
    wanted = (
        found.exclude(state=states.State.STOPPED.value)
        .select_related("record__area")
        .prefetch_related(
            Prefetch("record__deadlines", queryset=Deadline.objects.order_by("pk")),
            *("children__sightings", "children__factors", "children__voices"),
        )
    )
    for one in wanted.order_by("started_on", "pk").iterator(chunk_size=IN_ONE_GO):
        for row in one.children.all():
            yield _row(one, row, year=year, until=until, release=release)


def _row(
    one: Assessment, row: AssessmentChild, *, year: int, until: date, release: str
) -> AssessmentRow:
    """What was known before `until`: a signature that came later belongs to the next year."""
    signed = one.authorised_on if one.authorised_on and one.authorised_on < until else None
    clock = _limit(one)
    visits = [s for s in row.sightings.all() if s.on < until]
    seen = [s.on for s in visits if s.seen != voices.Seen.NOT_SEEN]
    alone = [s.on for s in visits if s.seen == voices.Seen.ALONE]
    keys = [factor.key for factor in row.factors.all()] if signed else []
    outcome = outcomes.Outcome(row.outcome) if row.outcome and signed else None
    child = str(row.child_record_id or f"{one.record_id}:{row.number}")
    return AssessmentRow(
        area=one.record.area.code,
        key=opaque("assessments", f"{one.record_id}:{row.number}", release=release),
        child=opaque(CHILD, child, release=release),
        group=opaque("assessments", str(one.record_id), release=release),
        year=year,
        kind=one.kind,
        form=editions.census_form(Kind(one.kind)),
        edition=one.edition,
        received_on=one.received_on,
        started_on=one.started_on,
        review_on=one.reviewed_on or one.review_on,
        authorised_on=signed,
        due_on=clock.due_on if clock else None,
        in_time=_in_time(clock, signed),
        late_code=clock.late_code if clock and signed else "",
        seen_on=min(seen, default=None),
        seen_alone_on=min(alone, default=None),
        words_heard=any(voice.on < until for voice in row.voices.all()),
        outcome=outcome.value if outcome else "",
        closes_as=outcomes.CLOSES.get(outcome, "") if outcome else "",
        factors=factors.census_codes(keys, year=year),
        found=tuple(keys),
    )


def _limit(one: Assessment) -> Deadline | None:
    """The clock that counted: the last one that was not stopped and is no local checkpoint."""
    mine = [
        clock
        for clock in one.record.deadlines.all()
        if clock.rule_id not in editions.CHECKPOINTS and clock.stopped_on is None
    ]
    return mine[-1] if mine else None


def _in_time(clock: Deadline | None, signed: date | None) -> bool | None:
    if clock is None or clock.due_on is None or signed is None:
        return None
    return signed <= clock.due_on


def census_faults(found: Sequence[AssessmentRow]) -> dict[str, list[str]]:
    """Return what the census would question, in words, by the row's key (rule 8897Q, V)."""
    faults: dict[str, list[str]] = {}
    for row in found:
        if row.authorised_on and not row.found and row.year >= factors.catalogue().first_year:
            faults.setdefault(row.key, []).append("Authorised, and no factor was chosen.")
        wrong = factors.wrong_with(row.found)
        if wrong:
            faults.setdefault(row.key, []).append(wrong)
    return faults

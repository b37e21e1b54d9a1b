"""
The timescales as a page of reference: plain rows, for the screen and for docs/timescales.md.

Both come from the reviewed data and from nothing else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.kernel.clock.almanac import CalendarSpec, almanac
from holdfast.kernel.clock.law import (
    COUNT_WORDS,
    SEVERITY_WORDS,
    STATUS_MEANING,
    STATUS_WORDS,
    USUAL_COUNT,
    Dispensation,
    Edition,
    Kind,
    Rule,
    Severity,
    Status,
)
from holdfast.kernel.clock.timescales import book, span_words

KIND_WORDS = {
    Kind.STATUTE: "Law",
    Kind.STATUTORY_GUIDANCE: "Statutory guidance",
    Kind.PROFESSIONAL_GUIDANCE: "Professional guidance",
    Kind.TARGET: "Target over many cases",
    Kind.RETURN_RULE: "Rule of a national return",
    Kind.LOCAL: "Local standard, not law",
}


@dataclass(frozen=True)
class StatusBadge:
    """How sure we are of a number: the letter, its words, and what they mean."""

    code: str
    words: str
    meaning: str


@dataclass(frozen=True)
class ReferenceRow:
    """One version of one rule in words. `anchor` is unique on the page."""

    anchor: str
    id: str
    duty: str
    limit: str
    counted: str
    starts: str
    stops: str
    responsible: str
    in_force: str
    kind: str
    source: str
    badge: StatusBadge
    unconfirmed: bool
    late: str
    more: tuple[str, ...]


@dataclass(frozen=True)
class ReferenceSection:
    slug: str
    title: str
    rows: tuple[ReferenceRow, ...]


BADGES = {
    status: StatusBadge(status.value, STATUS_WORDS[status], STATUS_MEANING[status])
    for status in Status
}


def anchor(rule_id: str, version: int) -> str:
    """Where on the page a version stands: a page's link may end in it."""
    return f"{rule_id}-{version}"


def sections(
    *, only: str = "", status: str = "", on: date | None = None
) -> tuple[ReferenceSection, ...]:
    """The sections with their rows: all, or one section, one status, one day's."""
    found = []
    for section in book().sections:
        if only and section.slug != only:
            continue
        rows = tuple(
            row_of(rule)
            for rule in section.rules
            if (not status or rule.status == status) and (on is None or rule.covers(on))
        )
        if rows:
            found.append(ReferenceSection(section.slug, section.title, rows))
    return tuple(found)


def row_of(rule: Rule) -> ReferenceRow:
    return ReferenceRow(
        anchor=anchor(rule.id, rule.version),
        id=rule.id,
        duty=rule.duty,
        limit=_limit(rule),
        counted=_counted(rule),
        starts=rule.starts,
        stops=rule.stops,
        responsible=rule.responsible,
        in_force=_in_force(rule),
        kind=KIND_WORDS[rule.kind],
        source=str(rule.source),
        badge=BADGES[rule.status],
        unconfirmed=rule.unconfirmed,
        late=_late(rule),
        more=tuple(_more(rule)),
    )


def badges() -> Sequence[StatusBadge]:
    return list(BADGES.values())


def calendars() -> Sequence[CalendarSpec]:
    return list(almanac().specs.values())


def editions() -> Sequence[Edition]:
    return list(book().editions.values())


def _limit(rule: Rule) -> str:
    said = rule.limit_words[:1].upper() + rule.limit_words[1:]
    return f"{rule.share_percent}% within {said[:1].lower()}{said[1:]}" if rule.is_shared else said


def _counted(rule: Rule) -> str:
    """How the limit is counted, only where that is not the usual way."""
    limit = rule.limit
    if limit is None:
        return ""
    spec = almanac().specs[rule.calendar]
    said = []
    if limit.count is not USUAL_COUNT[limit.unit]:
        said.append(COUNT_WORDS[limit.count])
    if rule.calendar not in {"EW_BFDA", "NONE"}:
        said.append(spec.name)
    return ". ".join(said)


def _in_force(rule: Rule) -> str:
    said = span_words(rule.valid_from, rule.valid_to)
    return said[:1].upper() + said[1:]


def _late(rule: Rule) -> str:
    """What being late means; a local standard's lateness is the team's own affair."""
    quiet = rule.severity in {Severity.LOCAL, Severity.COHORT}
    return rule.overdue or ("" if quiet else f"{SEVERITY_WORDS[rule.severity]}.")


def _more(rule: Rule) -> Iterator[str]:
    if rule.notes:
        yield rule.notes
    for dispensation in rule.dispensations:
        yield _dispensed(dispensation)
    for transition in rule.transitions:
        day = transition.on
        yield f"From {day.day} {day:%B %Y}: {transition.words}"
    if rule.may_pause:
        yield "The clock may pause, with a reason."


def _dispensed(dispensation: Dispensation) -> str:
    where = ", ".join(dispensation.authorities.values()) or "everywhere"
    partly = "" if dispensation.complete else " The list is not complete."
    span = span_words(dispensation.starts_on, dispensation.ends_on)
    return (
        f"Did not bind {span} ({dispensation.dated}), {where}: {dispensation.reason}.{partly}"
        f" {STATUS_WORDS[dispensation.status]}."
    )

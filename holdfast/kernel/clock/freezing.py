"""What a clock freezes when it starts, and what its day is under today's calendar. Reads only."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from holdfast.kernel.clock.calendars import Calendar, NeedsTermDates, NotCovered, calendar
from holdfast.kernel.clock.counting import Due, due
from holdfast.kernel.clock.law import Disapplied, NotInForce, Rule, Unit
from holdfast.kernel.clock.models import Deadline, ProclaimedDay
from holdfast.kernel.clock.timescales import book, edition_of, rule_in_force
from holdfast.kernel.records.moves import NotAllowed


def rule_for(rule_id: str, day: date, authority: str) -> tuple[Rule, str]:
    """The rule a clock may start under that day, and why it is disapplied there, if it is."""
    try:
        found = rule_in_force(rule_id, day, authority=authority)
    except NotInForce as fault:
        raise NotAllowed(str(fault)) from None
    rule = found.rule if isinstance(found, Disapplied) else found
    if rule.is_a_target:
        raise NotAllowed(f"{rule_id} is a target over many cases. One case has no such deadline.")
    if rule.held_back:
        raise NotAllowed(
            f"{rule_id} is not confirmed to be in force. It waits for legal sign-off."
        )
    if not rule.has_a_clock:
        raise NotAllowed(f"{rule_id} has no clock: {rule.limit_words}.")
    return rule, found.reason if isinstance(found, Disapplied) else ""


def frozen(rule: Rule, day: date) -> Mapping[str, Any]:
    """The rule as the clock keeps it, whatever later editions say."""
    limit = rule.limit
    return {
        "rule_id": rule.id,
        "rule_version": rule.version,
        "edition": edition_of(rule, day),
        "duty": rule.duty,
        "limit_words": rule.limit_words,
        "amount": limit.amount if limit else None,
        "unit": limit.unit.value if limit else "",
        "count_rule": limit.count.value if limit else "",
        "before": limit.before if limit else False,
        "calendar": rule.calendar,
        "kind": rule.kind.value,
        "status": rule.status.value,
        "severity": rule.severity.value,
        "source": str(rule.source),
        "unconfirmed": rule.unconfirmed,
        "may_pause": rule.may_pause,
    }


def calendar_now(id: str, proclaimed: frozenset[tuple[str, date]] | None = None) -> Calendar:
    """The calendar with the days proclaimed since the release, read here unless given."""
    extra = ProclaimedDay.objects.as_pairs() if proclaimed is None else proclaimed
    try:
        return calendar(id, extra)
    except NeedsTermDates as fault:
        raise NotAllowed(str(fault)) from None


def due_under(rule: Rule, *, on: date, at: datetime | None) -> Due:
    """When a clock under the rule is due, or nothing where the law gives no number."""
    if rule.limit is None:
        return Due(on=None)
    try:
        return due(rule.limit, calendar_now(rule.calendar), on=on, at=at)
    except NotCovered as fault:
        raise NotAllowed(str(fault)) from None


def due_again(deadline: Deadline, *, proclaimed: frozenset[tuple[str, date]] | None = None) -> Due:
    """When an open clock is due by the rule it froze, today's calendar and its pauses."""
    limit = deadline.limit
    if limit is None:
        return Due(on=None)
    days = calendar_now(deadline.calendar, proclaimed)
    try:
        found = due(limit, days, on=deadline.started_on, at=deadline.started_at)
        if found.on is None or not deadline.days_paused:
            return found
        if limit.unit is Unit.WORKING_DAYS:
            return Due(on=days.add(found.on, deadline.days_paused))
        return Due(on=found.on + timedelta(days=deadline.days_paused))
    except NotCovered as fault:
        raise NotAllowed(str(fault)) from None


def successor_of(deadline: Deadline, on: date) -> Rule:
    """The rule that takes over from a running clock when the law changed, as the data says."""
    versions = book().versions.get(deadline.rule_id, ())
    old = next((rule for rule in versions if rule.version == deadline.rule_version), None)
    moves = [change for change in old.transitions if change.on <= on] if old else []
    named = next((change.successor for change in moves if change.successor), "")
    if not named:
        raise NotAllowed("No later rule takes over from this clock. It runs to its own end.")
    rule, _ = rule_for(named, on, deadline.record.area.code)
    return rule

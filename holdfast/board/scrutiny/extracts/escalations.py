"""Escalations as counts: by reason and by stage, small ones hidden; median days of each stage."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from holdfast.board.scrutiny.models import Escalation, StageRun
from holdfast.board.scrutiny.rules import escalating
from holdfast.insight.indicators.disclosure import SMALL, Table, protect_together


@dataclass(frozen=True)
class StageDays:
    """How long a stage took, in working days. None where fewer than six have ended.

    How many ended is not told: beside the total it would tell how many are open.
    """

    stage: int
    name: str
    limit: int
    median: float | None


@dataclass(frozen=True)
class EscalationCounts:
    """Escalations raised in a period. A count of None is suppressed: it may be 1 to 5, or more
    where another would tell a small one.
    """

    since: date
    until: date
    reasons: Table
    stages: Table
    days: tuple[StageDays, ...]


def escalation_counts(*, since: date, until: date) -> EscalationCounts:
    """Return the counts of a period, both days included, with small numbers hidden."""
    policy = escalating.policy()
    found = list(
        Escalation.objects.raised_between(since, until).values_list("reason", "state", "stage")
    )
    by_reason = Counter(reason for reason, *_ in found)
    by_stage = Counter(_reached(state, stage) for _, state, stage in found)
    stages = [*(one.name for one in policy.stages), BOARD, SETTLED]
    tables = protect_together(
        {
            "reasons": {words: by_reason[code] for code, words in policy.reasons.items()},
            "stages": {name: by_stage[name] for name in stages},
        }
    )
    return EscalationCounts(
        since, until, tables["reasons"], tables["stages"], _days(since=since, until=until)
    )


BOARD = "With the board"
SETTLED = "Settled"


def _reached(state: str, stage: int) -> str:
    if state == escalating.OPEN:
        return escalating.policy().stage(stage).name
    return BOARD if state == escalating.BOARD else SETTLED


def _days(*, since: date, until: date) -> tuple[StageDays, ...]:
    runs = StageRun.objects.filter(
        escalation__raised_on__gte=since, escalation__raised_on__lte=until, ended_on__isnull=False
    )
    took: dict[int, list[int]] = defaultdict(list)
    for stage, started, ended in runs.values_list("stage", "started_on", "ended_on"):
        if ended is not None:
            took[stage].append(escalating.working_days(started, ended))
    return tuple(
        StageDays(
            one.number,
            one.name,
            one.working_days,
            escalating.median_days(took[one.number])
            if len(took[one.number]) > max(SMALL)
            else None,
        )
        for one in escalating.policy().stages
    )

"""The door for work that nobody is looking at: a job or an operator's command.

A job acts for a holding, and the gate is asked when it runs, not when it was asked for.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from holdfast.kernel.access import gate, ledger, log
from holdfast.kernel.access.words import Can, Refused
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding
from holdfast.kernel.records.models import Record


@contextmanager
def job_door(
    name: str,
    *,
    holding: Holding | None = None,
    record: Record | None = None,
    can: Can = Can.SEE,
    detail: Mapping[str, Any] | None = None,
) -> Iterator[None]:
    """Write a job's entry, ask the gate where it is about a record, and let it run.

    Raises Refused, after writing it down, when the holding ended or the gate says no.
    """
    held = (
        holding is None or Holding.objects.current(at=moment.now()).filter(pk=holding.pk).exists()
    )
    may = held and (
        record is None or (holding is not None and gate.may(holding.post, can, record))
    )
    entry = log.write(
        log.Line(
            what="job",
            page=name,
            let_in=may,
            right="job" if may else "no right",
            via=f"job {name}" if holding else f"operator: {name}",
            holding=holding,
            post=holding.post if holding else None,
            record_id=record.pk if record else None,
            detail=detail or {},
        )
    )
    if not may:
        raise Refused("The post this job works for may no longer do this.")
    with ledger.acting(f"entry {entry.pk}"):
        yield

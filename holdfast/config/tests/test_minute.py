"""The minute's job beside the server."""

import threading
from datetime import date

import pytest

from holdfast.config import minute
from holdfast.engines.notices import tasks
from holdfast.kernel.access import chain, log


@pytest.mark.django_db(transaction=True)
def test_the_minutes_job_seals_what_is_pending() -> None:
    log.write(log.Line("read", "a page", True))
    assert chain.pending() == 1
    minute.once()
    assert chain.pending() == 0


@pytest.mark.django_db(transaction=True)
def test_the_minutes_job_runs_the_days_jobs_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[date] = []
    monkeypatch.setattr(tasks, "DAILY", {"count": lambda on: str(ran.append(on))})
    minute.once()
    minute.once()
    assert len(ran) == 1


def test_the_minutes_job_ends_when_it_is_told_to() -> None:
    stop = threading.Event()
    stop.set()
    job = minute.begin(stop)
    job.join(timeout=10)
    assert not job.is_alive()

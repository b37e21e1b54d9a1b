"""The minute's job, run beside the server: the day's jobs run once, the notices that wait are
sent, new log entries are sealed and old files swept away.

An installation with several servers may run `holdfast seal-log` from its own scheduler as well:
sealing twice is harmless.
"""

import logging
import threading
from io import StringIO

from django.core.management import call_command
from django.db import DatabaseError, connections

EVERY = 60
"""Seconds."""

said = logging.getLogger("holdfast.minute")


def begin(stop: threading.Event | None = None) -> threading.Thread:
    """Start the job in a thread of its own, which ends with the process."""
    job = threading.Thread(target=_run, args=(stop or threading.Event(),), daemon=True)
    job.start()
    return job


def _run(stop: threading.Event) -> None:
    while not stop.wait(EVERY):
        once()


def once() -> None:
    """Run what is due, then seal what is pending: the jobs' own entries too.

    What cannot be reached is tried again in a minute.
    """
    try:
        call_command("run_jobs", started_by="the minute", stdout=StringIO())
    except DatabaseError:
        said.warning("The day's jobs could not be run; they are tried again in a minute.")
    try:
        call_command("seal_log", stdout=StringIO())
    except DatabaseError:
        said.warning("The access log could not be sealed; it is tried again in a minute.")
    finally:
        connections.close_all()

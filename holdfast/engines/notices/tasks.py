"""What runs each minute and each day. Rooms declare their daily jobs as the product starts.

    tasks.daily("remind returns", remind)

A job takes the day (`on`) and returns a sentence about what it did. Each runs once a day for each
database, under its own entry in the access log; one that fails does not stop the others.
"""

import logging
from collections.abc import Callable
from datetime import date
from smtplib import SMTPException

from django.core.mail import EmailMessage

from holdfast.engines.notices import transitions
from holdfast.engines.notices.models import Notice
from holdfast.kernel.access.jobs import job_door
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Account, Holding

Job = Callable[[date], str]

DAILY: dict[str, Job] = {}
EACH_MINUTE: dict[str, tuple[Callable[[], bool], Job]] = {}
AT_A_TIME = 50
NOBODY = "Nobody holds the post, or its holder has no account. Appoint somebody."
NO_SERVER = "The mail server did not take it. It is tried again by itself."

said = logging.getLogger("holdfast.jobs")


def daily(name: str, job: Job) -> None:
    """Let a job run once a day. `name` is shown in the log: what it does, in a few words."""
    DAILY[name] = job


def each_minute(name: str, job: Job, *, waits: Callable[[], bool]) -> None:
    """Let a job run in any minute in which something waits for it: what has hours, not days."""
    EACH_MINUTE[name] = (waits, job)


def run(*, by: str) -> None:
    """Run what is due now: the minute's jobs, the day's that have not run, then the notices."""
    for name, (waits, job) in EACH_MINUTE.items():
        if waits():
            _run_now(name, job)
    for name, job in DAILY.items():
        run_job(name, job, by=by)
    send_waiting()


def _run_now(name: str, job: Job) -> None:
    try:
        with job_door(name):
            job(moment.today())
    except Exception:  # one job's fault is said, and the others still run
        said.exception("The job “%s” failed; the others went on.", name)


def run_job(name: str, job: Job, *, by: str) -> bool:
    """Run one day's job, if nobody has today. Says whether it ran."""
    on = moment.today()
    started = transitions.start_job(name, by=by, on=on)
    if started is None:
        return False
    try:
        with job_door(name):
            words, failed = job(on), False
    except Exception as why:  # one job's fault is said, and the others still run
        said.exception("The job “%s” failed; the others went on.", name)
        words, failed = f"Failed: {type(why).__name__}. The server's own log says where.", True
    transitions.end_job(started, failed=failed, said=words, by=by, on=on)
    return True


def send_waiting() -> int:
    """Send the notices whose turn it is. Returns how many were sent."""
    waiting = Notice.objects.waiting(at=moment.now()).select_related("by", "to_post")
    return sum(_send(notice) for notice in waiting[:AT_A_TIME])


def _send(notice: Notice) -> bool:
    on = moment.today()
    if not transitions.take_up(notice, by=notice.by, on=on):
        return False
    address = notice.to_address or _address_of(notice)
    if not address:
        transitions.say_not_sent(notice, why=NOBODY, by=notice.by, on=on)
        return False
    try:
        EmailMessage(notice.subject, notice.body, to=[address]).send()
    except (SMTPException, OSError) as why:
        said.warning("A notice could not be sent: %s.", type(why).__name__)
        transitions.say_not_sent(notice, why=NO_SERVER, by=notice.by, on=on)
        return False
    transitions.say_sent(notice, by=notice.by, on=on)
    return True


def _address_of(notice: Notice) -> str:
    """Return the address of whoever holds the post now, or nothing."""
    held = Holding.objects.current(at=moment.now()).filter(post=notice.to_post_id)
    accounts = Account.objects.filter(is_active=True, person__in=held.values("person"))
    return accounts.values_list("email", flat=True).first() or ""

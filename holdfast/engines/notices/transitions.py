"""The verbs: queue a notice, take it up, say what became of it; start and end a day's job.

Nothing here sends: `tasks` does, between two verbs, so that no transaction waits for a server.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.engines.notices.models import JobRun, Notice
from holdfast.engines.notices.rules import next_wait
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed

LONGEST = 200


@dataclass(frozen=True)
class Told:
    """One notice to be queued. Give a post, or an address outside, never both.

    `key` makes it once only: a second one with the same key is not queued.
    """

    key: str
    subject: str
    body: str
    post: Post | None = None
    address: str = ""


@transaction.atomic
def notify(told: Told, *, by: Post, on: date) -> bool:
    """Queue one notice on behalf of a post. Says whether it was new."""
    return notify_all([told], by=by, on=on) == 1


@transaction.atomic
def notify_all(told: Iterable[Told], *, by: Post, on: date) -> int:
    """Queue notices in two queries, however many. Returns how many were new."""
    wanted = {one.key: one for one in told}
    if any((one.post is None) == (not one.address) for one in wanted.values()):
        raise NotAllowed("A notice goes to a post or to an address. Give one of the two.")
    known = set(Notice.objects.filter(key__in=wanted).values_list("key", flat=True))
    fresh = [one for key, one in wanted.items() if key not in known]
    now = moment.now()
    Notice.objects.bulk_create(
        [
            Notice(
                key=one.key,
                to_post=one.post,
                to_address=one.address,
                subject=one.subject,
                body=one.body,
                by=by,
                on=on,
                next_at=now,
                **moment.written(),
            )
            for one in fresh
        ],
        ignore_conflicts=True,
    )
    return len(fresh)


@transaction.atomic
def take_up(notice: Notice, *, by: Post, on: date) -> bool:
    """Take a notice up to send it. Says no when another server was first."""
    mine = Notice.objects.waiting(at=moment.now()).filter(pk=notice.pk, tries=notice.tries)
    taken = mine.update(
        state=Notice.State.SENDING, tries=F("tries") + 1, next_at=moment.now(), problem=""
    )
    notice.refresh_from_db()
    return bool(taken)


@transaction.atomic
def say_sent(notice: Notice, *, by: Post, on: date) -> None:
    Notice.objects.filter(pk=notice.pk, state=Notice.State.SENDING).update(
        state=Notice.State.SENT, sent_at=moment.now()
    )


@transaction.atomic
def say_not_sent(notice: Notice, *, why: str, by: Post, on: date) -> None:
    """Write down why it was not sent, and queue it again unless it was tried often enough."""
    wait = next_wait(notice.tries)
    Notice.objects.filter(pk=notice.pk, state=Notice.State.SENDING).update(
        state=Notice.State.QUEUED if wait else Notice.State.FAILED,
        next_at=moment.now() + wait if wait else notice.next_at,
        problem=why[:LONGEST],
    )


@transaction.atomic
def start_job(job: str, *, by: str, on: date) -> JobRun | None:
    """Start a day's job, or return None where it was started already. `by` is what started it."""
    if JobRun.objects.filter(job=job, on=on).exists():
        return None
    fresh = JobRun(job=job, on=on, by=by, started_at=moment.now())
    JobRun.objects.bulk_create([fresh], ignore_conflicts=True)
    found = JobRun.objects.get(job=job, on=on)
    return found if found.started_at == fresh.started_at and found.by == by else None


@transaction.atomic
def end_job(run: JobRun, *, failed: bool, said: str, by: str, on: date) -> None:
    JobRun.objects.filter(pk=run.pk, state=JobRun.State.STARTED).update(
        state=JobRun.State.FAILED if failed else JobRun.State.DONE,
        said=said[:LONGEST],
        ended_at=moment.now(),
    )

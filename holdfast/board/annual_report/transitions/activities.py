"""What was done, and what shows that it changed anything."""

from datetime import date
from typing import Any

from django.db import transaction

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.models import Activity, Edition, Impact
from holdfast.board.annual_report.transitions.writing import write_down
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def note_activity(
    edition: Edition,
    *,
    theme: str,
    what: str,
    source: str,
    by: Post,
    on: date,
    happened: Dated | None = None,
    plain: str = "",
) -> Activity:
    """Say what was done. Without evidence of impact it is printed with the mark that says so."""
    require_draft(edition, by=by, on=on)
    told = _told(theme, what, source, plain, happened, on=on)
    made = Activity.objects.create(edition=edition, by=by, on=on, **told)
    write_down(edition, "note_activity", note=made.what, by=by, on=on)
    return made


@transaction.atomic
def change_activity(
    activity: Activity,
    *,
    theme: str,
    what: str,
    source: str,
    by: Post,
    on: date,
    happened: Dated | None = None,
    plain: str = "",
    seen: int | None = None,
) -> None:
    """Write a paragraph otherwise. Whoever read an older version is told, and nothing is lost."""
    require_draft(activity.edition, by=by, on=on)
    _change(activity, seen=seen, **_told(theme, what, source, plain, happened, on=on))
    write_down(activity.edition, "change_activity", note=activity.what, by=by, on=on)


@transaction.atomic
def withdraw_activity(
    activity: Activity, *, reason: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Take a paragraph out of the draft, with a reason. Its text stays in the story."""
    require_draft(activity.edition, by=by, on=on)
    if not reason.strip():
        raise NotAllowed("Say why it is taken out.")
    _change(activity, seen=seen, withdrawn_on=on)
    note = f"{activity.what} Taken out: {reason.strip()}"
    write_down(activity.edition, "withdraw_activity", note=note, by=by, on=on)


@transaction.atomic
def show_impact(
    activity: Activity,
    *,
    changed: str,
    how_known: str,
    dated_on: date,
    source: str,
    by: Post,
    on: date,
) -> Impact:
    """Say what changed, how it is known, on which day, and where that is held."""
    require_draft(activity.edition, by=by, on=on)
    if activity.withdrawn_on:
        raise NotAllowed("This paragraph was taken out. Open the edition again.")
    if not (changed.strip() and how_known.strip() and source.strip()):
        raise NotAllowed("Say what changed, how it is known, and where that is held.")
    if dated_on > on:
        raise NotAllowed("Evidence is dated when it was there. That day has not come yet.")
    shown = Impact.objects.create(
        activity=activity,
        changed=changed.strip(),
        how_known=how_known.strip(),
        dated_on=dated_on,
        source=source.strip(),
        by=by,
        on=on,
    )
    write_down(activity.edition, "show_impact", note=shown.changed, by=by, on=on)
    return shown


@transaction.atomic
def require_draft(edition: Edition, *, by: Post, on: date) -> None:
    """Raise unless the post may write and the edition is still a draft."""
    gate.require(by, Can.WORK, edition.record)
    if edition.state != rules.DRAFT:
        raise NotAllowed("Only a draft is written on. Begin the next edition.")


def _told(
    theme: str, what: str, source: str, plain: str, happened: Dated | None, *, on: date
) -> dict[str, Any]:
    """Return what a paragraph keeps, or raise where it says too little or tells what is ahead."""
    if not (what.strip() and source.strip()):
        raise NotAllowed("Say what was done, and where that is recorded.")
    if happened and happened.first > on:
        raise NotAllowed(f"{happened.words} has not come yet. Say what was done, not planned.")
    return {
        "theme": theme.strip(),
        "what": what.strip(),
        "plain": plain.strip(),
        "source": source.strip(),
        "happened_from": happened.first if happened else None,
        "precision": happened.precision.value if happened else "day",
    }


def _change(activity: Activity, *, seen: int | None, **kept: object) -> None:
    version = activity.version if seen is None else seen
    as_read = Activity.objects.filter(pk=activity.pk, version=version, withdrawn_on=None)
    if not as_read.update(version=version + 1, **kept):
        raise NotAllowed(
            "Somebody else has just changed this paragraph. Nothing of yours was kept: "
            "open it again, read theirs, and write it anew."
        )
    activity.refresh_from_db()

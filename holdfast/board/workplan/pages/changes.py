"""What changed on the plan since a meeting, in sentences, each with its lines' numbers."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from holdfast.board.workplan.extracts import ReportRow
from holdfast.board.workplan.models import Line
from holdfast.board.workplan.rules.moving import went_past
from holdfast.kernel.actions.dated import Dated, day_words
from holdfast.kernel.actions.models import DateChange
from holdfast.kernel.actions.states import Kind, State
from holdfast.kernel.ui.lists import joined


@dataclass(frozen=True)
class Change:
    numbers: tuple[int, ...]
    text: str

    @property
    def which(self) -> str:
        return joined([str(number) for number in self.numbers])


def changes(
    lines: Sequence[Line], rows: Sequence[ReportRow], *, since: Dated, on: date
) -> tuple[Change, ...]:
    """Dates that passed, dates that moved, what happened, and seats that changed hands."""
    return (
        *_dates_passed(rows, since=since, on=on),
        *_dates_moved(lines, since=since, on=on),
        *_happened(lines, since=since, on=on),
        *_handed_over(lines, since=since, on=on),
    )


def _dates_passed(rows: Sequence[ReportRow], *, since: Dated, on: date) -> Iterable[Change]:
    passed: dict[tuple[date, bool], list[int]] = defaultdict(list)
    for row in rows:
        if row.state is State.AGREED and went_past(row.due_on, since=since, on=on):
            assert row.due_on is not None  # noqa: S101  went_past says so
            passed[row.due_on, row.kind is Kind.DUTY].append(row.number)
    for (due_on, duty), numbers in sorted(passed.items()):
        what = "was due for review on" if duty else "went past its date on"
        if len(numbers) > 1:
            what = "were due for review on" if duty else "went past their date on"
        yield Change(tuple(numbers), f"{what} {day_words(due_on)}.")


def _dates_moved(lines: Sequence[Line], *, since: Dated, on: date) -> Iterable[Change]:
    for line in lines:
        for change in line.action.date_changes.all():
            if change.counts and _moved_since(change, since=since, on=on):
                unknown = "" if change.took_effect_on else " The day of the move is not recorded."
                words = f"date moved: {change.old_in_words}, now {day_words(change.new_on)}."
                yield Change((line.number,), f"{words}{unknown}")


def _moved_since(change: DateChange, *, since: Dated, on: date) -> bool:
    """A move whose day is unknown is told when the new date lies after the meeting."""
    if change.took_effect_on is None:
        return change.new_on > since.last
    return since.first <= change.took_effect_on <= on


def _happened(lines: Sequence[Line], *, since: Dated, on: date) -> Iterable[Change]:
    for line in lines:
        told = [
            (note.dated.last, place, note.text, note.dated.words)
            for place, note in enumerate(line.action.progress.all())
            if note.sort == note.Sort.HAPPENED
            and note.dated
            and since.first <= note.dated.first <= on
        ]
        if told:
            _, _, text, words = max(told)
            yield Change((line.number,), f"{text}, {words}.")


def _handed_over(lines: Sequence[Line], *, since: Dated, on: date) -> Iterable[Change]:
    seats: dict[tuple[str, date], list[int]] = defaultdict(list)
    for line in lines:
        for owner in line.owners.all():
            holdings = list(owner.post.holdings.all()) if owner.post else []
            for holding in holdings:
                day = timezone.localdate(holding.starts_at)
                earlier = any(other.starts_at < holding.starts_at for other in holdings)
                if earlier and since.first <= day <= on and owner.post:
                    seats[owner.post.title, day].append(line.number)
    for (title, day), numbers in sorted(seats.items()):
        words = f"passed to a new holder of {title} in {day:%B %Y}: the seat keeps the promise."
        yield Change(tuple(sorted(set(numbers))), words)

"""The columns that every download has, in one order."""

from holdfast.board.workplan.extracts import ReportRow
from holdfast.kernel.actions.dated import day_words

HEADER = (
    "No",
    "Theme",
    "Line",
    "What",
    "Owners",
    "Sub-groups",
    "Priorities",
    "Kind",
    "Date",
    "Earlier dates",
    "Timescale as printed",
    "State",
    "Why",
    "Whose move",
    "Last dated progress",
    "Not moving",
)


def cells(row: ReportRow) -> tuple[str | int, ...]:
    return (
        row.number,
        row.theme,
        row.title,
        row.text,
        "; ".join(owner.role for owner in row.owners),
        "; ".join(row.groups),
        "; ".join(row.priorities),
        row.kind.value,
        day_words(row.due_on) if row.due_on else "none",
        "; ".join(row.earlier),
        row.printed_timescale,
        row.colour,
        row.why,
        row.whose_move,
        row.last_dated.words if row.last_dated else "none",
        "not moving" if row.not_moving else "",
    )

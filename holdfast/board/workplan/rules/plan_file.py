"""From the text of a work plan file to a checked plan. Raises BadFile with one sentence."""

from holdfast.board.workplan.rules.planned import (
    NOT_RESOLVED,
    PlannedLine,
    PlannedMeeting,
    PlannedPlan,
    PlannedPriority,
    PlannedTheme,
)
from holdfast.kernel.actions.carried import History, Moved, Note, Shown
from holdfast.kernel.actions.reading import Field, items_of, open_text
from holdfast.kernel.actions.states import RHYTHM_MONTHS, Kind

FORM = "holdfast work plan 1"
SORTS = {"happened", "planned", "cancelled"}
MUST = {"number", "theme", "kind", "title", "text", "owners", "printed_timescale"}
MAY = {
    *{"moves_next", "groups", "parts", "priorities", "due", "every_months", "moved", "notes"},
    *{"said_done", "done", "evidence", "part_open", "retest"},
}


def read_plan(text: str, *, file: str) -> PlannedPlan:
    """Read a whole plan; nothing is used of a file with one mistake."""
    top = open_text(text, file=file, form=FORM).group(
        must={
            *{"form", "title", "year", "starts", "ends", "source"},
            *{"meetings", "priorities", "themes", "lines"},
        }
    )
    themes = tuple(_theme(item) for item in top["themes"].items())
    priorities = tuple(_priority(item) for item in top["priorities"].items())
    _each_once(top["themes"], [theme.code for theme in themes])
    _each_once(top["priorities"], [priority.code for priority in priorities])
    codes = {theme.code for theme in themes}
    answers = {priority.code for priority in priorities}
    lines = tuple(_line(item, codes, answers) for item in top["lines"].items())
    if not lines:
        top["lines"].fail("A plan has at least one line.")
    _each_once(top["lines"], [str(line.number) for line in lines])
    starts_on, ends_on = top["starts"].day(), top["ends"].day()
    if ends_on <= starts_on:
        top["ends"].fail("A plan ends after it starts.")
    return PlannedPlan(
        title=top["title"].text(most=120),
        year=top["year"].text(most=7),
        starts_on=starts_on,
        ends_on=ends_on,
        source=top["source"].text(most=200),
        meetings=tuple(_meeting(item) for item in top["meetings"].items()),
        priorities=priorities,
        themes=themes,
        lines=lines,
    )


def _each_once(field: Field, codes: list[str]) -> None:
    for code in codes:
        if codes.count(code) > 1:
            field.fail(f"{code} stands more than once. Number each one differently.")


def _meeting(field: Field) -> PlannedMeeting:
    said = field.group(must={"body", "dated"})
    return PlannedMeeting(said["body"].text(most=80), said["dated"].dated())


def _priority(field: Field) -> PlannedPriority:
    said = field.group(must={"code", "text"}, may={"lead"})
    lead = said["lead"].flag() if "lead" in said else False
    return PlannedPriority(said["code"].text(most=10), said["text"].text(), lead)


def _theme(field: Field) -> PlannedTheme:
    said = field.group(must={"code", "name"})
    return PlannedTheme(said["code"].text(most=10), said["name"].text(most=120))


def _line(field: Field, themes: set[str], priorities: set[str]) -> PlannedLine:
    said = field.group(must=MUST, may=MAY)
    owners = said["owners"].texts(most=120)
    if not owners:
        said["owners"].fail(f"Name an owner, or write “{NOT_RESOLVED}”.")
    moves_next = ""
    if "moves_next" in said:
        named = set(owners) - {NOT_RESOLVED}
        moves_next = said["moves_next"].one_of(named, "one of this line's owners")
    history = _history(said)
    due_on = said["due"].day() if "due" in said else None
    if history.moves and history.moves[-1].new_on != due_on:
        said["moved"].fail("The last move leads to the date in `due`. Correct one of them.")
    answers = said["priorities"].items() if "priorities" in said else []
    return PlannedLine(
        number=said["number"].number(least=1, most=999),
        theme=said["theme"].one_of(themes, "a theme of this plan"),
        kind=_kind(said),
        title=said["title"].text(most=120),
        text=said["text"].text(most=300),
        parts=said["parts"].texts() if "parts" in said else (),
        owners=owners,
        moves_next=moves_next,
        groups=said["groups"].texts(most=80) if "groups" in said else (),
        printed_timescale=said["printed_timescale"].text(most=120, may_be_empty=True),
        agreed_due_on=history.moves[0].old_on if history.moves else due_on,
        every_months=_every(said),
        priorities=tuple(one.one_of(priorities, "a priority of this plan") for one in answers),
        history=history,
    )


def _every(said: dict[str, Field]) -> int:
    if "every_months" not in said:
        return RHYTHM_MONTHS
    return said["every_months"].number(least=1, most=60)


def _kind(said: dict[str, Field]) -> Kind:
    kind = Kind(said["kind"].one_of({kind.value for kind in Kind}, "one kind"))
    if kind is Kind.DUTY and "said_done" in said:
        said["said_done"].fail("A standing duty never ends. Take this out, or make it a task.")
    if kind is not Kind.IMPROVEMENT and "retest" in said:
        said["retest"].fail("Only an improvement is tested again. Take this out.")
    if "said_done" not in said and ("done" in said or "evidence" in said):
        said["kind"].fail("A line with `done` or `evidence` also says `said_done: true`.")
    return kind


def _history(said: dict[str, Field]) -> History:
    return History(
        notes=tuple(_note(item) for item in items_of(said, "notes")),
        moves=tuple(_moved(item) for item in items_of(said, "moved")),
        said_done=said["said_done"].flag() if "said_done" in said else False,
        done=said["done"].dated() if "done" in said else None,
        evidence=tuple(_shown(item) for item in items_of(said, "evidence")),
        part_open=said["part_open"].text(most=200) if "part_open" in said else "",
        retest_on=said["retest"].day() if "retest" in said else None,
    )


def _note(field: Field) -> Note:
    said = field.group(must={"text"}, may={"dated", "sort", "printed"})
    return Note(
        text=said["text"].text(most=500),
        dated=said["dated"].dated() if "dated" in said else None,
        sort=said["sort"].one_of(SORTS, "a sort of note") if "sort" in said else "happened",
        printed_date=said["printed"].text(most=60) if "printed" in said else "",
    )


def _moved(field: Field) -> Moved:
    said = field.group(must={"to", "reason"}, may={"from", "from_words", "on"})
    if "from" not in said and "from_words" not in said:
        field.fail("Say the date it was moved from, in `from` or in `from_words`.")
    return Moved(
        new_on=said["to"].day(),
        reason=said["reason"].text(),
        old_on=said["from"].day() if "from" in said else None,
        old_words=said["from_words"].text(most=80) if "from_words" in said else "",
        on=said["on"].day() if "on" in said else None,
    )


def _shown(field: Field) -> Shown:
    said = field.group(must={"what"}, may={"dated"})
    return Shown(said["what"].text(), said["dated"].dated() if "dated" in said else None)

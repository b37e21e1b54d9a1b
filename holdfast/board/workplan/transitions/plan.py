"""The verbs of the work plan. Each line's own life is in the tracker, under the plan's record."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from holdfast.board.workplan.access import KIND
from holdfast.board.workplan.models import Line, LineOwner, Meeting, Plan, Priority, Theme
from holdfast.board.workplan.rules.planned import NOT_RESOLVED, PlannedLine, PlannedPlan
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.models import Action, DateChange, Progress
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def adopt_plan(
    planned: PlannedPlan,
    *,
    area: Area,
    owner: Agency,
    posts: Mapping[str, Post],
    reviewer: Post | None,
    by: Post,
    on: date,
) -> Plan:
    """
    Open a plan's record and carry its lines over, with everything its paper says of them.

    `posts` says which post holds a role that the paper names; a role without one keeps its words.
    The lines were agreed on the day that the plan starts, or today if it starts later.
    """
    if Plan.objects.filter(year=planned.year, record__area=area).exists():
        raise NotAllowed(f"This area has a work plan for {planned.year} already. Open that one.")
    record = gate.open_record(kind=KIND, area=area, owner=owner, by=by, on=on)
    plan = Plan.objects.create(
        record=record,
        title=planned.title,
        year=planned.year,
        starts_on=planned.starts_on,
        ends_on=planned.ends_on,
        source=planned.source,
    )
    Meeting.objects.bulk_create(
        Meeting(plan=plan, body=m.body, held_from=m.dated.first, precision=m.dated.precision)
        for m in planned.meetings
    )
    story.write_step(
        record=record, move="adopt_plan", to_state="adopted", by=by, on=on, note=planned.source
    )
    _adopt_lines(plan, planned, posts=posts, reviewer=reviewer, by=by, on=on)
    return plan


def _adopt_lines(
    plan: Plan,
    planned: PlannedPlan,
    *,
    posts: Mapping[str, Post],
    reviewer: Post | None,
    by: Post,
    on: date,
) -> None:
    agreed_on = min(plan.starts_on, on)
    actions = tracker.carry_over(
        plan.record,
        promises=[
            (one.carried(agreed_on), tracker.Who(posts.get(one.moves_next), one.moves_next))
            for one in planned.lines
        ],
        reviewer=tracker.Who(reviewer),
        by=by,
        on=on,
    )
    themes = Theme.objects.bulk_create(
        Theme(plan=plan, code=theme.code, name=theme.name) for theme in planned.themes
    )
    by_code = {theme.code: theme for theme in themes}
    lines = Line.objects.bulk_create(
        _line(plan, one, by_code[one.theme], action)
        for one, action in zip(planned.lines, actions, strict=True)
    )
    LineOwner.objects.bulk_create(
        LineOwner(line=line, role=role, resolved=role != NOT_RESOLVED, post=posts.get(role))
        for line, one in zip(lines, planned.lines, strict=True)
        for role in one.owners
    )
    _link_priorities(plan, planned, lines)


def _line(plan: Plan, planned: PlannedLine, theme: Theme, action: Action) -> Line:
    return Line(
        plan=plan,
        theme=theme,
        action=action,
        number=planned.number,
        title=planned.title,
        parts=list(planned.parts),
        groups=list(planned.groups),
        printed_timescale=planned.printed_timescale,
    )


def _link_priorities(plan: Plan, planned: PlannedPlan, lines: Sequence[Line]) -> None:
    priorities = Priority.objects.bulk_create(
        Priority(plan=plan, code=one.code, text=one.text, lead=one.lead)
        for one in planned.priorities
    )
    by_code = {priority.code: priority for priority in priorities}
    link = Line.priorities.through
    link.objects.bulk_create(
        link(line_id=line.pk, priority_id=by_code[code].pk)
        for line, one in zip(lines, planned.lines, strict=True)
        for code in one.priorities
    )


@transaction.atomic
def add_meeting(plan: Plan, *, body: str, held: Dated, by: Post, on: date) -> Meeting:
    """Add a meeting that the plan comes to, so that pages can say what changed since."""
    gate.require(by, Can.WORK, plan.record)
    meeting = Meeting.objects.create(
        plan=plan, body=body, held_from=held.first, precision=held.precision
    )
    story.write_step(record=plan.record, move="add_meeting", by=by, on=on, note=str(meeting))
    return meeting


@transaction.atomic
def name_owner(line: Line, *, post: Post, by: Post, on: date, seen: int | None = None) -> None:
    """Say whose move it is, where the paper names several owners or none that can be resolved."""
    tracker.name_owner(line.action, owner=tracker.Who(post), by=by, on=on, seen=seen)
    if not line.owners.filter(post=post).exists():
        LineOwner.objects.create(line=line, role=post.title, post=post)


@transaction.atomic
def note_progress(
    line: Line,
    *,
    text: str,
    dated: Dated | None,
    by: Post,
    on: date,
    sort: str = Progress.Sort.HAPPENED.value,
) -> None:
    tracker.note_progress(
        line.action, text=text, dated=dated, sort=Progress.Sort(sort), by=by, on=on
    )


@transaction.atomic
def ask_new_date(line: Line, *, new_on: date, reason: str, by: Post, on: date) -> DateChange:
    """Ask for a new date. The chair, or whoever may decide, answers."""
    return tracker.ask_new_date(line.action, new_on=new_on, reason=reason, by=by, on=on)


@transaction.atomic
def answer_new_date(line: Line, *, approve: bool, by: Post, on: date) -> None:
    """Let the date that is asked for stand, or keep the old one."""
    change = line.action.date_changes.filter(answer=DateChange.Answer.ASKED).first()
    if change is None:
        raise NotAllowed("No new date is waiting for an answer on this line.")
    answer = tracker.approve_new_date if approve else tracker.refuse_new_date
    answer(change, by=by, on=on)


@transaction.atomic
def claim_done(line: Line, *, by: Post, on: date, seen: int | None = None) -> None:
    tracker.claim_done(line.action, by=by, on=on, seen=seen)


@transaction.atomic
def give_evidence(
    line: Line, *, what: str, dated: Dated | None, by: Post, on: date, seen: int | None = None
) -> None:
    tracker.evidence(line.action, what=what, dated=dated, by=by, on=on, seen=seen)


@transaction.atomic
def set_review(
    line: Line, *, next_on: date, found: str, by: Post, on: date, seen: int | None = None
) -> None:
    tracker.set_review(line.action, next_on=next_on, found=found, by=by, on=on, seen=seen)


@transaction.atomic
def retest(
    line: Line, *, held: bool, finding: str, by: Post, on: date, seen: int | None = None
) -> None:
    tracker.retest(line.action, held=held, finding=finding, by=by, on=on, seen=seen)


@transaction.atomic
def confirm_open_part(
    line: Line, *, part: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Confirm, after asking the owner, which part is left open; no words mean none is."""
    tracker.say_what_is_open(line.action, part=part, by=by, on=on, seen=seen)


@transaction.atomic
def reopen(line: Line, *, reason: str, by: Post, on: date, seen: int | None = None) -> None:
    tracker.reopen(line.action, reason=reason, by=by, on=on, seen=seen)

"""The verbs of meetings: check, change, write down. Rooms say which record a meeting hangs on."""

from holdfast.engines.meetings.transitions.agenda import (
    add_item,
    change_item,
    draw_agenda,
    issue_agenda,
    name_speaker,
    put_item_at,
    write_report,
    write_reports,
)
from holdfast.engines.meetings.transitions.calendar import (
    Planned,
    cancel,
    fix_time,
    hold,
    move_meeting,
    open_cycle,
    plan_cycle,
    plan_meeting,
)
from holdfast.engines.meetings.transitions.feeds import make_feed, revoke_feed
from holdfast.engines.meetings.transitions.forward import (
    Wish,
    put_all_forward,
    put_forward,
    schedule,
    withdraw,
)
from holdfast.engines.meetings.transitions.papers import add_paper, send_papers
from holdfast.engines.meetings.transitions.places import Seat, expect, record_attendance
from holdfast.engines.meetings.transitions.room import (
    change_note,
    say_taken_up,
    settle_item,
    strike_note,
    take_note,
)
from holdfast.engines.meetings.transitions.told import ItemTold
from holdfast.engines.meetings.transitions.writing_up import (
    add_addendum,
    approve_minutes,
    change_text,
    draft_minutes,
    publish_minutes,
)

__all__ = [
    "ItemTold",
    "Planned",
    "Seat",
    "Wish",
    "add_addendum",
    "add_item",
    "add_paper",
    "approve_minutes",
    "cancel",
    "change_item",
    "change_note",
    "change_text",
    "draft_minutes",
    "draw_agenda",
    "expect",
    "fix_time",
    "hold",
    "issue_agenda",
    "make_feed",
    "move_meeting",
    "name_speaker",
    "open_cycle",
    "plan_cycle",
    "plan_meeting",
    "publish_minutes",
    "put_all_forward",
    "put_forward",
    "put_item_at",
    "record_attendance",
    "revoke_feed",
    "say_taken_up",
    "schedule",
    "send_papers",
    "settle_item",
    "strike_note",
    "take_note",
    "withdraw",
    "write_report",
    "write_reports",
]

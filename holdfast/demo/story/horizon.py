"""What was coming in June 2013, and what it means for the board."""

from collections.abc import Mapping
from datetime import date

from holdfast.board.workplan import transitions as plan
from holdfast.board.workplan.models import Plan
from holdfast.demo.story.clock import at
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.tracker import Who
from holdfast.kernel.directory.models import Post

ITEMS = (
    ("Working Together 2013", "Statutory guidance in force from 15 April 2013", "V", "2013-04-15",
     "One assessment instead of two; a local learning framework; boards publish thresholds.",
     "Bring the thresholds and the learning framework to the Executive", date(2013, 9, 30)),
    ("NHS reorganisation", "Health and Social Care Act 2012, in force 1 April 2013", "V2",
     "2013-04-01", "New bodies hold health's duties; seats for health are named again.",
     "Confirm each health seat and its designated professionals", date(2013, 7, 31)),
    ("A new framework of inspection", "Ofsted's announcement of June 2013, restated by the board",
     "V2", "2013-06", "The board itself will be judged, and the bar is higher.",
     "Test the plan against what inspectors ask of a board", date(2013, 11, 29)),
    ("Revised London procedures", "Due in the autumn of 2013, as the overview report says", "V2",
     "2013", "", "", None),
)  # fmt: skip


def tell(posts: Mapping[str, Post]) -> None:
    manager, day = posts["board_manager"], date(2013, 6, 11)
    with at(2013, 6, 11, 11, 0):
        ours = Plan.objects.select_related("record").get()
        for title, source, known, dated, means, what, due in ITEMS:
            item = plan.note_policy(
                ours, title=title, source=source, known=known, dated=Dated.read(dated),
                review_on=date(2013, 9, 13) if means else None, by=manager, on=day,
            )  # fmt: skip
            if means:
                plan.say_implication(
                    item, implication=means, owner=Who(manager), what=what, due_on=due,
                    by=manager, on=day,
                )  # fmt: skip

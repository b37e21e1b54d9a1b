"""The story the product opens with, told through the product's own verbs, day by day."""

from collections.abc import Callable, Mapping

from django.db import transaction

from holdfast.demo import cast
from holdfast.demo.story import (
    assessments,
    board,
    bus_case,
    challenges,
    children,
    clock,
    early_help,
    front_door,
    hub,
    local_data,
    meetings,
    monday,
    partnership,
    private_fostering,
    register,
    scrutiny,
    section_11,
    statements,
)
from holdfast.kernel.directory.models import Post

Chapter = tuple[str, Callable[[Mapping[str, Post]], object]]

CHAPTERS: list[Chapter] = [
    ("The board's bodies and seats", partnership.tell),
    ("The rota of duty cover", register.tell_rota),
    ("The register of allegations, 2012 to 2013", register.tell),
    ("The school-bus case, in sixteen steps", bus_case.tell),
    ("Children who are known, and one told of twice", children.tell),
    ("The front door, in a dozen contacts", front_door.tell),
    ("Nine children with a worker", monday.tell_open),
    ("Assessments under two editions of the law", assessments.tell),
    ("Early help: five families and two groups", early_help.tell),
    ("The board's work plan, 24 lines", board.tell_plan),
    ("Challenges, risks and voices", challenges.tell),
    ("A Tuesday in the hub, and a strategy discussion", hub.tell),
    ("Private fostering, from few notices to more", private_fostering.tell),
    ("Section 11, agency by agency", section_11.tell),
    ("The partners' own figures", local_data.tell),
    ("Inspections and committees", scrutiny.tell),
    ("The year's meetings", meetings.tell),
    ("The annual report's draft", board.tell_report),
    ("The partners' statements", statements.tell),
]


@transaction.atomic
def tell(say: Callable[[str, int, int], None]) -> None:
    """Tell every chapter, or nothing. `say` hears a chapter's name, its number and of how many."""
    chapters = len(CHAPTERS) + 1
    say("The cast takes its posts", 1, chapters)
    posts = {key: holding.post for key, holding in cast.assemble().items()}
    for number, (name, chapter) in enumerate(CHAPTERS, 2):
        say(name, number, chapters)
        chapter(posts)
    clock.begin()

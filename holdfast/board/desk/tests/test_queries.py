"""A meeting's pages ask as often for much as for little."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.board.desk.tests import world
from holdfast.board.desk.tests.world import TODAY
from holdfast.engines.meetings import transitions as verbs
from holdfast.engines.meetings.rules.lines import NoteKind
from holdfast.engines.meetings.tests.world import pdf
from holdfast.kernel.actions.dated import Dated

pytestmark = pytest.mark.django_db
PAGES = ("meeting", "reading", "room", "came")


def asked(client, urls):
    found = {}
    for url in urls:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200, url
        found[url] = len(queries)
    return found


def test_more_meetings_items_papers_and_lines_cost_no_more_queries(client_for, year, june, posts):
    manager = posts["board_manager"]
    world.held(june, posts)
    reference = year.record.reference
    urls = [reverse(f"desk:{page}", args=[june.record.reference]) for page in PAGES]
    urls += [reverse(f"desk:{page}", args=[reference]) for page in ("forward", "attendance")]
    urls.append(reverse("desk:meetings"))
    client = client_for("board_manager")
    asked(client, urls)
    little = asked(client, urls)
    meetings = [verbs.Planned("Executive", f"Extra {n}", Dated.read("2013-10")) for n in range(5)]
    verbs.plan_cycle(year, meetings=meetings, kind="board meeting", by=manager, on=TODAY)
    told = [verbs.Wish(verbs.ItemTold(f"Later {n}"), "Executive") for n in range(5)]
    verbs.put_all_forward(year, wishes=told, by=manager, on=TODAY)
    seats = [verbs.Seat(posts[key]) for key in ("health_member", "analyst", "nurse", "police")]
    verbs.expect(june, seats=seats, by=manager, on=TODAY)
    for item in june.items.select_related("meeting__record", "part__record").filter(part=None):
        for number in range(3):
            verbs.add_paper(item, title=f"More {number}", content=pdf(1), by=manager, on=TODAY)
            verbs.take_note(
                item, text="Do it", kind=NoteKind.ACTION, owner=posts["police_member"],
                due_on=TODAY, by=manager, on=TODAY,
            )  # fmt: skip
    assert asked(client, urls) == little

"""The demo's chapter holds what the pages are to show, and what is published carries no name."""

from dataclasses import asdict
from datetime import date

import pytest

from holdfast.demo.story import children, front_door
from holdfast.practice.front_door import extracts
from holdfast.practice.front_door.models import Contact, Disagreement, Letter
from tests.samples import front_door as samples

pytestmark = pytest.mark.django_db
PERIOD = {"since": date(2013, 1, 1), "until": date(2013, 7, 1)}


def test_the_demo_tells_every_state_and_publishes_no_name(posts):
    children.tell(posts)
    front_door.tell(posts)
    by_state = {one.state: one for one in Contact.objects.all()}
    assert set(by_state) == {"received", "checking", "passed_on", "decided"}
    third = Contact.objects.get(theirs="ME-301")
    assert [one.reasons for one in third.repeats.all()] == [
        ["same day of birth", "same address", "surname sounds the same"]
    ] * 2
    assert Disagreement.objects.get().stage == 1
    assert not any("supplying" in one.copy.content for one in Letter.objects.all())
    for name in ("contact", "fact", "report", "disagreed", "match"):
        wanted = frozenset({"reference"} | ({"number"} if name != "report" else set()))
        wanted = frozenset({"reference"}) if name == "contact" else wanted
        assert samples.arguments(f"front_door:{name}", wanted)["reference"].startswith("FD-2013-")
    rows = list(extracts.contact_rows(**PERIOD, release="a"))
    assert len(rows) == Contact.objects.count() >= 12
    published = str([asdict(row) for row in rows])
    for word in ("FD-2013", "Callum", "Harcastle", "Tollgate", "head_teacher"):
        assert word not in published, word
    helped = [row for row in rows if row.helped]
    assert helped and all(row.feedback_given and not row.referral for row in helped)
    decided = [row for row in rows if row.decision]
    assert all(row.in_time for row in decided) and {row.area for row in rows} == {"E09000028"}
    others = extracts.contact_rows(**PERIOD, release="b")
    assert not {row.key for row in rows} & {row.key for row in others}
    (disagreed,) = extracts.disagreement_rows(**PERIOD)
    assert (disagreed.sector, disagreed.reason, disagreed.outcome) == (
        "education",
        "threshold",
        "",
    )

"""The forward plan builds agendas; issuing freezes them."""

import pytest

from holdfast.engines.meetings import transitions as verbs
from holdfast.engines.meetings.models import AgendaItem
from holdfast.engines.meetings.rules.blocks import Paragraph
from holdfast.engines.meetings.rules.states import ItemState
from holdfast.engines.meetings.tests import world
from holdfast.engines.meetings.tests.world import TODAY, when
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.records.moves import NotAllowed

pytestmark = pytest.mark.django_db


def put(year, posts, title, *, key="", **more):
    item = verbs.ItemTold(title, key=key)
    return verbs.put_forward(
        year, item=item, body="Executive", by=posts["board_manager"], on=TODAY, **more
    )


def labels(meeting):
    return [str(item) for item in meeting.items.all()]


@pytest.fixture
def plan(year, posts):
    put(year, posts, "Any other business", standing=True, key="any_other_business", order=9)
    put(year, posts, "Horizon scanning", standing=True, key="horizon", order=2)
    put(year, posts, "Minutes", standing=True, key="minutes", order=1)
    put(year, posts, "Training offer", wanted=Dated.read("2013-06"), order=3)
    put(year, posts, "Later", wanted=Dated.read("2013-11"), order=3)
    put(year, posts, "One review", standing=True, restricted=True, order=1)


def test_the_plan_builds_the_agenda_in_order_and_the_restricted_part_has_its_own_numbers(
    plan, meeting, posts
):
    verbs.draw_agenda(meeting, by=posts["board_manager"], on=TODAY)
    assert labels(meeting) == [
        "1 Minutes",
        "2 Horizon scanning",
        "3 Training offer",
        "4 Any other business",
        "B1 One review",
    ]
    assert [str(i) for i in AgendaItem.objects.open_part()] == labels(meeting)[:4]


def test_drawing_again_adds_only_what_is_new(plan, meeting, year, posts):
    manager = posts["board_manager"]
    verbs.draw_agenda(meeting, by=manager, on=TODAY)
    put(year, posts, "Brought late", wanted=Dated.read("2013-05"), order=4)
    assert [i.title for i in verbs.draw_agenda(meeting, by=manager, on=TODAY)] == ["Brought late"]
    assert labels(meeting)[3] == "4 Brought late"


def test_a_deferred_item_comes_back_at_the_next_meeting_and_only_there(meeting, year, posts):
    manager = posts["board_manager"]
    world.held(meeting, posts, "Thresholds")
    item = meeting.items.get()
    with pytest.raises(NotAllowed, match="why the item is deferred"):
        verbs.settle_item(
            item, state=ItemState.DEFERRED, outcome="", by=manager, on=TODAY, seen=item.version
        )
    verbs.settle_item(
        item, state=ItemState.DEFERRED, outcome="No time", by=manager, on=TODAY,
        seen=item.version,
    )  # fmt: skip
    following, third = (world.planned(year, posts, m) for m in ("2013-09", "2013-11"))
    for one in (following, third):
        verbs.draw_agenda(one, by=manager, on=TODAY)
    assert labels(following) == ["1 Thresholds"]
    assert labels(third) == []


def test_a_themed_section_needs_its_speaker_before_the_agenda_is_issued(meeting, posts):
    manager = posts["board_manager"]
    verbs.fix_time(meeting, starts_at=when(28), by=manager, on=TODAY)
    item = verbs.add_item(
        meeting, item=verbs.ItemTold("Neglect", theme="Neglect"), by=manager, on=TODAY
    )
    with pytest.raises(NotAllowed, match="needs an expert speaker"):
        verbs.issue_agenda(meeting, by=manager, on=TODAY)
    verbs.name_speaker(item, speaker="A professor of social work", by=manager, on=TODAY)
    verbs.issue_agenda(meeting, by=manager, on=TODAY)
    assert meeting.state == "agenda_issued"


def test_an_empty_agenda_or_one_without_a_day_is_not_issued(meeting, posts):
    manager = posts["board_manager"]
    with pytest.raises(NotAllowed, match="empty"):
        verbs.issue_agenda(meeting, by=manager, on=TODAY)
    verbs.add_item(meeting, item=verbs.ItemTold("Minutes"), by=manager, on=TODAY)
    with pytest.raises(NotAllowed, match="its day and hour"):
        verbs.issue_agenda(meeting, by=manager, on=TODAY)


def test_a_report_is_drawn_again_until_the_agenda_is_issued_and_then_stays(meeting, posts):
    manager = posts["board_manager"]
    item = verbs.add_item(meeting, item=verbs.ItemTold("Risks"), by=manager, on=TODAY)
    verbs.fix_time(meeting, starts_at=when(28), by=manager, on=TODAY)
    for words in ("Six risks", "Seven risks"):
        report = verbs.write_report(
            item, blocks=[Paragraph(words)], as_at=TODAY, by=manager, on=TODAY
        )
    verbs.issue_agenda(meeting, by=manager, on=TODAY)
    report.refresh_from_db()
    assert (report.drawn(), report.frozen_on) == ((Paragraph("Seven risks"),), TODAY)
    item.refresh_from_db()
    with pytest.raises(NotAllowed, match="has been issued"):
        verbs.write_report(item, blocks=[], as_at=TODAY, by=manager, on=TODAY)


def test_an_item_is_put_elsewhere_once_and_by_one_person(meeting, posts):
    manager = posts["board_manager"]
    for title in "ABC":
        verbs.add_item(meeting, item=verbs.ItemTold(title), by=manager, on=TODAY)
    item = meeting.items.get(title="C")
    stale = meeting.items.get(title="C")
    verbs.put_item_at(item, number=1, by=manager, on=TODAY, seen=item.version)
    assert labels(meeting) == ["1 C", "2 A", "3 B"]
    with pytest.raises(NotAllowed, match="Somebody else"):
        verbs.put_item_at(stale, number=3, by=manager, on=TODAY, seen=stale.version)


def test_a_restricted_paper_lives_under_the_restricted_record(meeting, posts):
    manager = posts["board_manager"]
    item = verbs.add_item(meeting, item=verbs.ItemTold("Reviews"), by=manager, on=TODAY)
    paper = verbs.add_paper(
        item, title="One child", content=world.pdf(3), restricted=True, by=manager, on=TODAY
    )
    assert paper.file.record == meeting.part.record
    assert item.record == meeting.record
    assert not meeting.record.steps.filter(note__contains="One child").exists()


def test_a_new_version_takes_the_place_of_the_old_and_late_papers_are_supplements(meeting, posts):
    manager = posts["board_manager"]
    world.issued(meeting, posts)
    item = meeting.items.first()
    first = verbs.add_paper(item, title="Audit", content=world.pdf(2), by=manager, on=TODAY)
    verbs.send_papers(meeting, by=manager, on=TODAY)
    item.refresh_from_db()
    item.meeting.refresh_from_db()
    late = verbs.add_paper(
        item, title="Audit", content=world.pdf(4), replaces=first, by=manager, on=TODAY
    )
    assert (late.version, late.pages, late.supplement) == (2, 4, True)
    assert item.state == "published"

"""A red contact on a Thursday: called, held within the hour, decided, begun; what is refused."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.actions.models import Action
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory import moment
from holdfast.kernel.records.models import Audience
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children import transitions as children
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.enquiries import extracts, rules, transitions
from holdfast.practice.enquiries.models import StrategyDiscussion
from holdfast.practice.enquiries.rules import Decision, Present, State
from holdfast.practice.enquiries.transitions import PartTold, PromiseTold

TODAY = date(2013, 6, 28)
MORNING = datetime(2013, 6, 28, 10, 0, tzinfo=ZoneInfo("Europe/London"))
SECRET = "Zanzibartoken"


@pytest.fixture
def leah(friday, posts):
    told = ChildTold("Leah", "Sorrell", date(2004, 5, 3))
    return children.open_child(told, by=posts["triage"], on=TODAY)


def call(leah, posts, **more):
    with moment.story(MORNING):
        return transitions.call_strategy_discussion(
            [leah], why="A bruise that nobody explains.", by=posts["mash_manager"], on=TODAY,
            **({"invited": [posts["police"], posts["nurse"]]} | more),
        )  # fmt: skip


@pytest.fixture
def called(leah, posts):
    return call(leah, posts)


def parts(posts, *, health=Present.PHONE):
    return [
        PartTold(posts["team_manager"].agency, Present.THERE, "Team manager", "Seen in March."),
        PartTold(posts["police"].agency, Present.THERE, brought=SECRET),
        PartTold(
            posts["nurse"].agency, health, brought="Well at six.", audience=Audience.AGENCIES
        ),
    ]


def hold(called, posts, **more):
    usual = {
        "held_at": MORNING + timedelta(minutes=50), "how": "By telephone", "parts": parts(posts),
        "decision": Decision.JOINT, "why": "A bruise, two accounts.",
    }  # fmt: skip
    transitions.hold(called, by=posts["mash_manager"], on=TODAY, **(usual | more))


def running(called):
    found = Deadline.objects.open().filter(record=called.record)
    return set(found.values_list("rule_id", flat=True))


def test_from_the_call_to_the_childs_being_seen(called, posts):
    assert (called.state, called.edition, running(called)) == ("called", "WT2013", {"STRAT.HOLD"})
    promise = PromiseTold("Child protection medical", posts["nurse"], TODAY)
    hold(called, posts, promises=[promise], protection="Stays with her aunt tonight.")
    called = StrategyDiscussion.objects.for_page().get()
    assert (called.state, called.s47_on, called.missing) == (State.HELD, TODAY, ())
    assert running(called) == {"STRAT.RECORD", "S47.START", "S47.COMPLETE"}
    assert Action.objects.get().owner == posts["nurse"]
    assert [p.brought for p in called.parts.all()] == [SECRET, "Well at six.", "Seen in March."]
    transitions.send_round(called, by=posts["mash_manager"], on=TODAY)
    seen_at = MORNING + timedelta(hours=5)
    transitions.say_begun(called, seen_at=seen_at, by=posts["triage"], on=TODAY)
    assert running(called) == {"S47.COMPLETE"} and called.begun_on == TODAY
    since, until = date(2013, 6, 1), date(2013, 7, 1)
    (row,) = extracts.rows(since=since, until=until, release="one")
    (again,) = extracts.rows(since=since, until=until, release="two")
    assert (row.s47_on, row.decision, row.quorate) == (TODAY, "s47_joint", True)
    assert row.child != again.child and "Leah" not in str(row) and "SD-" not in str(row)
    assert list(extracts.rows(since=date(2013, 1, 1), until=since, release="one")) == []


def test_it_is_not_quorate_without_health_and_says_why_it_did_not_wait(called, posts):
    absent = parts(posts, health=Present.WROTE)
    with pytest.raises(NotAllowed, match="Without health the discussion is not quorate"):
        hold(called, posts, parts=absent)
    assert not called.record.deadlines.filter(rule_id="STRAT.RECORD").exists()
    hold(called, posts, parts=absent, not_quorate_why="The nurse rings at noon.")
    assert StrategyDiscussion.objects.for_page().get().missing == ("health",)


def test_who_may_and_who_may_not(called, leah, posts, cast):
    with pytest.raises(Refused):
        transitions.cancel(called, why="A mistake", by=posts["triage"], on=TODAY)
    with pytest.raises(Refused):
        call(leah, posts | {"mash_manager": posts["social_worker"]})
    inside = {key for key, post in posts.items()
              if gate.may(post, Can.SEE, called.record, section="meeting")}  # fmt: skip
    assert inside == {"mash_manager", "triage", "team_manager", "police", "nurse"}
    assert not gate.may(posts["police"], Can.SEE, called.record, section="story")
    grants.shut_out(leah.record, person=cast["triage"].person, why="A cousin",
                    by=posts["mash_manager"])  # fmt: skip
    second = call(leah, posts)
    assert not gate.may(posts["triage"], Can.SEE, second.record)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"held_at": MORNING - timedelta(days=1)}, "between the day"),
        ({"held_at": MORNING + timedelta(days=9)}, "between the day"),
        ({"why": " "}, "why this was decided"),
        ({"s47_on": date(2013, 6, 1)}, "does not start before"),
        ({"decision": Decision.NOTHING, "s47_on": TODAY}, "none starts"),
        ({"seen": 99}, "Somebody else has just changed"),
    ],
)
def test_a_record_without_sense_is_refused_and_nothing_is_kept(called, posts, wrong, told):
    with pytest.raises(NotAllowed, match=told):
        hold(called, posts, **wrong)
    called.refresh_from_db()
    assert called.state == "called" and running(called) == {"STRAT.HOLD"}
    assert set(called.parts.values_list("brought", flat=True)) == {""}


def test_the_day_of_the_call_decides_the_edition_and_every_move_has_its_source():
    assert rules.edition_on(date(2013, 4, 14)) == "WT2010"
    assert rules.missing([]) == tuple(rules.QUORUM.values())
    assert all(move.why for move in rules.TABLE.moves.values())


def url(called, name="discussion"):
    return reverse(f"enquiries:{name}", args=[called.record.reference])


def words(response):
    assert response.status_code == 200
    return response.content.decode()


def test_the_pages_for_the_room_and_for_a_partner(client_for, called, posts):
    manager = client_for("mash_manager")
    form = words(manager.get(url(called, "hold")))
    assert "Police, child abuse investigation team" in form
    typed = {
        "seen": str(called.record.version), "day_day": "28", "day_month": "6", "day_year": "2013",
        "hour": "10:50", "how": "By telephone", "decision": "s47_joint", "why": "Two accounts.",
        "agency1": posts["police"].agency_id, "present1": "there", "brought1": SECRET,
        "agency2": posts["nurse"].agency_id, "present2": "by telephone",
        "what1": "Medical", "owner1": posts["nurse"].pk,
    }  # fmt: skip
    wrong = words(manager.post(url(called, "hold"), typed))
    assert "Action 1 needs what, who and by when." in wrong and SECRET in wrong
    typed |= {"due1_day": "29", "due1_month": "6", "due1_year": "2013"}
    wrong = words(manager.post(url(called, "hold"), typed))
    assert "Without children’s social care the discussion is not quorate." in wrong
    typed |= {"agency3": posts["team_manager"].agency_id, "present3": "there"}
    assert manager.post(url(called, "hold"), typed).status_code == 302
    page = words(manager.get(url(called)))
    assert "Section 47 enquiry, police and social care together" in page and "Medical" in page
    assert "A bruise that nobody explains." in page and "quorate." in page
    theirs = words(client_for("police").get(url(called)))
    assert "A bruise that nobody" not in theirs and "Send the record round" not in theirs
    assert "Leah Sorrell" in words(client_for("police").get(reverse("enquiries:discussions")))
    assert SECRET in theirs
    called.parts.filter(source=posts["police"].agency).update(present="did not take part")
    assert SECRET not in words(client_for("police").get(url(called)))
    late = {"day_day": "28", "day_month": "6", "day_year": "2013", "hour": "15:00"}
    assert manager.post(url(called, "begun"), late).status_code == 302


@pytest.mark.parametrize("who", ["neighbour_mash", "neighbour_lado", "head_teacher", "lado"])
def test_nobody_else_finds_a_discussion(client_for, called, leah, who):
    client = client_for(who)
    names = ("discussion", "hold", "invite", "send_round", "begun", "cancel")
    assert {client.get(url(called, name)).status_code for name in names} == {404}
    assert client.get(reverse("enquiries:call", args=[leah.record.reference])).status_code == 404
    assert b"Leah" not in client.get(reverse("enquiries:discussions")).content


def test_a_discussion_is_called_from_a_child_and_the_list_costs_the_same(client_for, leah, posts):
    client, home = client_for("team_manager"), reverse("enquiries:discussions")
    page = reverse("enquiries:call", args=[leah.record.reference])
    typed = {"children": [leah.pk], "why": "A bruise.", "invited": [posts["police"].pk]}
    counts = []
    for _ in range(2):
        assert client.post(page, typed).status_code == 302
        with CaptureQueriesContext(connection) as asked:
            words(client.get(home))
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert StrategyDiscussion.objects.about(leah).count() == 2

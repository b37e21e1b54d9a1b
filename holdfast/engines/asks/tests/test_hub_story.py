"""The hub asks four agencies: four different answers, one fact that stays in the hub."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from holdfast.engines.asks import tasks
from holdfast.engines.asks.access import Purpose
from holdfast.engines.asks.models import Check, Finding
from holdfast.engines.asks.rules.standing import Look
from holdfast.engines.asks.tests import hub_world as world
from holdfast.engines.asks.tests.hub_world import TODAY
from holdfast.engines.asks.transitions import hub
from holdfast.engines.notices.models import Notice
from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Refused
from holdfast.kernel.directory import moment
from holdfast.kernel.records.moves import NotAllowed


@pytest.fixture(autouse=True)
def _room() -> Iterator[None]:
    with world.declared():
        yield


@pytest.fixture
def asked(posts):
    with moment.story(world.MORNING):
        yield world.ask(posts, world.contact(posts))


def said(check: Check) -> tuple[Look, str]:
    check.refresh_from_db()
    return check.look(at=moment.now()), check.words(at=moment.now())


def test_four_agencies_answer_in_four_ways(asked, posts, django_assert_max_num_queries):
    hub.reply(asked["police"], facts=world.POLICE_FACTS, by=posts["police"], on=TODAY)
    hub.say_nothing_held(
        asked["housing_lead"], searched="Tenancies and arrears", since=date(2008, 3, 1),
        until=TODAY, by=posts["housing_lead"], on=TODAY,
    )  # fmt: skip
    hub.refuse(asked["nurse"], reason="The test is not met.", by=posts["nurse"], on=TODAY)
    with moment.story(world.MORNING + timedelta(hours=5, minutes=35)):
        assert said(asked["police"]) == (Look.MET, "Answered")
        assert said(asked["housing_lead"]) == (Look.NIL, "Nothing held")
        assert said(asked["nurse"]) == (Look.REFUSED, "Refused, because…")
        assert said(asked["head_teacher"]) == (Look.SILENT, "No reply, 1 h 35 min late")
        hub.reply(
            asked["head_teacher"], facts=[hub.FactTold("Attendance 91%.")],
            by=posts["head_teacher"], on=TODAY,
        )  # fmt: skip
        assert said(asked["head_teacher"]) == (Look.MET, "Answered, 1 h 35 min late")
        again = [hub.FactTold("The GP wrote in May.")]
        hub.reply(asked["nurse"], facts=again, by=posts["nurse"], on=TODAY)
    assert [r.said for r in asked["nurse"].replies.all()] == ["refused", "answered"]
    about = asked["police"].about
    with django_assert_max_num_queries(6):
        page = list(Check.objects.about(about).visible_to(posts["mash_manager"]).for_list())
        assert [len(one.findings.all()) for one in page] == [2, 1, 0, 1]


def test_each_agency_sees_its_own_question_and_nobody_else_any(asked, posts):
    seen = {key: list(Check.objects.visible_to(post)) for key, post in posts.items()}
    own = {key: [asked[key]] for key in world.ASKED}
    everyone = list(asked.values())
    expected = dict.fromkeys(posts, []) | own
    expected |= {"mash_manager": everyone, "triage": everyone}
    assert seen == expected
    assert list(Check.objects.asked_of(posts["triage"])) == []
    assert list(Check.objects.asked_of(posts["police"])) == [asked["police"]]
    with pytest.raises(Refused):
        hub.reply(asked["police"], facts=world.POLICE_FACTS, by=posts["triage"], on=TODAY)
    with pytest.raises(Refused):
        hub.refuse(asked["police"], reason="No.", by=posts["nurse"], on=TODAY)
    assert not gate.may(posts["police"], gate.Can.SEE, asked["police"].about)


def test_who_is_shut_out_of_the_contact_does_not_read_the_answers(asked, posts, cast):
    about = asked["police"].about
    grants.shut_out(
        about, person=cast["triage"].person, why="A cousin of the family",
        by=posts["mash_manager"],
    )  # fmt: skip
    assert not Check.objects.visible_to(posts["triage"]).exists()
    with pytest.raises(Refused):
        hub.remind(asked["police"], by=posts["triage"], on=TODAY)


def test_a_fact_leaves_the_hub_by_its_owners_one_click_alone(asked, posts):
    hub.reply(asked["police"], facts=world.POLICE_FACTS, by=posts["police"], on=TODAY)
    fact = Finding.objects.get(number=2)
    assert fact.hub_only and fact.source == posts["police"].agency
    manager = posts["mash_manager"]
    with pytest.raises(Refused):
        hub.release(fact, by=manager, on=TODAY)
    why = "The assessment team must know who visits."
    ask = hub.ask_release(
        fact, to=hub.Release.AGENCIES, why=why, within_hours=2, by=manager, on=TODAY
    )
    with pytest.raises(NotAllowed, match="asked already"):
        hub.ask_release(fact, to=ask.to, why=why, within_hours=2, by=manager, on=TODAY)
    with pytest.raises(NotAllowed, match="still has time"):
        hub.escalate_release(ask, by=manager, on=TODAY)
    with moment.story(world.MORNING + timedelta(hours=3)):
        assert hub.escalate_release(ask, by=manager, on=TODAY)
        assert not hub.escalate_release(ask, by=manager, on=TODAY)
        hub.release(fact, by=posts["police"], on=TODAY)
    ask.refresh_from_db()
    assert ask.answer == ask.Answer.RELEASED and not fact.hub_only
    hub.mark_fact(
        fact, release=hub.Release.HUB_ONLY, why="An officer is at risk.", by=posts["police"],
        on=TODAY,
    )  # fmt: skip
    moves = list(asked["police"].record.steps.order_by("pk").values_list("move", flat=True))
    assert moves == ["ask", "reply", "ask_release", "escalate_release", "release", "mark_fact"]
    told = "".join(Notice.objects.values_list("body", flat=True))
    assert "Zanzibartoken" not in told and "Harcastle" not in told


def test_lateness_is_told_to_the_named_manager_who_sees_nothing(asked, posts):
    with pytest.raises(NotAllowed, match="Nothing is late"):
        hub.escalate(asked["police"], by=posts["triage"], on=TODAY)
    with moment.story(world.MORNING + timedelta(hours=4, minutes=1)):
        assert hub.escalate(asked["police"], by=posts["triage"], on=TODAY)
        assert not hub.escalate(asked["police"], by=posts["triage"], on=TODAY)
        with pytest.raises(NotAllowed, match="No manager is named"):
            hub.escalate(asked["housing_lead"], by=posts["triage"], on=TODAY)
    assert Notice.objects.filter(to_post=posts["police_member"]).count() == 1
    assert not Check.objects.visible_to(posts["police_member"]).exists()


def test_named_managers_are_told_by_themselves_and_once(asked, posts):
    hub.reply(asked["police"], facts=world.POLICE_FACTS, by=posts["police"], on=TODAY)
    hub.ask_release(
        Finding.objects.get(number=2), to=hub.Release.AGENCIES, why="The team.", within_hours=2,
        by=posts["triage"], on=TODAY,
    )  # fmt: skip
    assert not tasks.something_late()
    with moment.story(world.MORNING + timedelta(hours=4, minutes=1)):
        assert tasks.something_late()
        assert tasks.chase(TODAY) == "Told 2 managers."
        assert not tasks.something_late()
    told = Notice.objects.filter(to_post__in=[posts["police_member"], posts["health_member"]])
    assert told.count() == 2
    assert Check.objects.waiting().filter(escalated_at__isnull=False).get() == asked["nurse"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"subjects": []}, "at least one name"),
        ({"subjects": [world.NIA, world.NIA]}, "same key"),
        ({"question": " "}, "what is asked"),
        ({"lawful_basis": ""}, "lawful basis"),
        ({"purpose": "unheard"}, "No room has declared"),
        ({"purpose": "by-link"}, "go by a link"),
        ({"within_hours": 0}, "1 hour"),
        ({"to": []}, "each agency"),
    ],
)
def test_a_question_without_sense_is_refused_and_nothing_is_kept(posts, friday, wrong, told):
    from holdfast.engines.asks import access  # noqa: PLC0415

    access.declare_purpose(Purpose("by-link", "A survey", link_allowed=True))
    usual = {
        "record": world.contact(posts), "to": [posts["police"]], "subjects": [world.NIA],
        "question": "What do you hold?", "purpose": world.PURPOSE.key,
        "lawful_basis": world.BASIS, "within_hours": 4,
    }  # fmt: skip
    with pytest.raises(NotAllowed, match=told):
        hub.ask_agencies(**(usual | wrong), by=posts["triage"], on=TODAY)
    assert not Check.objects.exists()


def test_an_answer_without_sense_is_refused(asked, posts):
    police = {"by": posts["police"], "on": TODAY}
    stranger = hub.FactTold("x", subjects=("adult-9",))
    with pytest.raises(NotAllowed, match="not asked about"):
        hub.reply(asked["police"], facts=[stranger], **police)
    with pytest.raises(NotAllowed, match="what was searched"):
        hub.say_nothing_held(asked["police"], searched="", since=TODAY, until=TODAY, **police)
    with pytest.raises(NotAllowed, match="which period"):
        hub.say_nothing_held(asked["police"], searched="All", since=None, until=TODAY, **police)
    with pytest.raises(NotAllowed, match="ends before"):
        hub.say_nothing_held(
            asked["police"], searched="All", since=TODAY, until=date(2013, 1, 1), **police
        )
    with pytest.raises(NotAllowed, match="why this is refused"):
        hub.refuse(asked["police"], reason=" ", **police)
    with pytest.raises(NotAllowed, match="Somebody else"):
        hub.refuse(asked["police"], reason="No.", seen=9, **police)
    assert not asked["police"].replies.exists()

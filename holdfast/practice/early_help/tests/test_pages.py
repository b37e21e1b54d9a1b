"""Who reaches which page, and what stands on it: on the demo's four families."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.practice.early_help.models import EarlyHelp, Programme, SurveyAnswer
from holdfast.practice.early_help.tests.factories import a_family

pytestmark = [pytest.mark.django_db]

OUTSIDE = ["neighbour_mash", "neighbour_lado", "lay_member"]
NAMES = ("Harcastle", "Orrell", "Pruett", "Tolliver", "Lanyon")
NAMES_OPEN = set(NAMES) - {"Orrell"}


@pytest.fixture
def harcastles(families):
    return EarlyHelp.objects.select_related("record").get(known_as="Nia and Theo Harcastle")


def of(family, name="family", *more):
    return reverse(f"early_help:{name}", args=[family.record.reference, *more])


def words_of(answer):
    return answer.content.decode()


def test_outsiders_find_no_list_no_family_and_no_programme(client_for, harcastles, friday):
    programme = Programme.objects.select_related("record").first()
    addresses = [
        reverse("early_help:families"), reverse("early_help:programmes"), of(harcastles),
        of(harcastles, "assessment"),
        reverse("early_help:programme", args=[programme.record.reference]),
    ]  # fmt: skip
    for who in OUTSIDE:
        client = client_for(who)
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code == 404, (who, address)
            assert not [name for name in NAMES if name in words_of(answer)]


@pytest.mark.parametrize(
    ("who", "listed"),
    [
        ("early_help", NAMES_OPEN),
        ("mash_manager", NAMES_OPEN),
        ("head_teacher", {"Harcastle"}),
        ("nurse", {"Harcastle", "Lanyon"}),
        ("police", set()),
        ("social_worker", set()),
    ],
)
def test_the_list_shows_the_families_that_the_post_is_let_into(
    who, listed, client_for, harcastles, friday
):
    page = words_of(client_for(who).get(reverse("early_help:families")))
    assert {name for name in NAMES if name in page} == listed


def test_a_member_of_the_team_reads_the_plan_and_only_if_agreed_the_assessment(
    client_for, harcastles, friday
):
    housing, nurse = client_for("housing_lead"), client_for("nurse")
    page = words_of(housing.get(of(harcastles)))
    assert "Say by when the room is dry" in page and "Aunt Bea" in page
    for secret in ("tired three days", "I am the alarm", "Common assessment"):
        assert secret not in page
    assert housing.get(of(harcastles, "assessment")).status_code == 404
    assert housing.get(of(harcastles, "write", "entry")).status_code == 404
    assert "I am the alarm" in words_of(nurse.get(of(harcastles, "assessment")))
    assert nurse.get(of(harcastles, "write", "entry")).status_code == 404


def test_the_page_says_state_whose_move_and_what_next(client_for, harcastles, friday):
    page = words_of(client_for("head_teacher").get(of(harcastles)))
    assert "Team around the family at work" in page
    assert "Say by when the room is dry: was due" in page
    assert "Safeguarding lead, housing" in page
    assert "Ask where the late part of the plan stands" in page and "say why not" in page
    assert "7 days over" in page
    assert "Local, not law" in page and "statutory" not in page
    assert "Who has looked" not in page
    assert "Who has looked" in words_of(client_for("early_help").get(of(harcastles)))


def test_a_school_offers_help_by_form_and_leads_it_without_seeing_another_family(
    client_for, families, friday
):
    client = client_for("head_teacher")
    refused = client.post(reverse("early_help:offer"), {"children": "Ivo Marl"})
    assert "Say why you offer help." in words_of(refused)
    answer = client.post(
        reverse("early_help:offer"),
        {
            "children": "Ivo Marl 3 May 2006\nUna Marl, 1/2/2009",
            "worry": "Often hungry.",
            "reason": "housing_or_money",
            "source": "agency",
            "adults": "Ms Marl",
            "part": "mother",
        },
    )
    family = EarlyHelp.objects.get(known_as="Ivo and Una Marl")
    assert answer.url == of(family)
    born = [child.told["born_on"] for child in family.children.all()]
    assert born == ["2006-05-03", "2009-02-01"]
    agreed = client.post(
        of(family, "write", "agreement"),
        {"said": "yes", "who": "Ms Marl", "on_day": "28", "on_month": "6", "on_year": "2013",
         "seen": family.record.version},
    )  # fmt: skip
    assert agreed.url == of(family)
    family.refresh_from_db()
    assert family.state == "assessing"
    assert family.assessments.get().name == "Early help assessment (CAF)"
    assert "Ivo" not in words_of(client_for("nurse").get(reverse("early_help:families")))


def test_whoever_saves_a_section_second_sees_both_versions(client_for, families, friday):
    family = EarlyHelp.objects.select_related("record").get(known_as="Dinah Pruett")
    client, address = client_for("early_help"), of(family, "section", "child")
    seen = family.assessments.get().sections.get(section="child").version
    first = client.post(address, {"strengths": "Teaches the little ones.", "seen": seen})
    assert first.status_code == 302
    second = client.post(address, {"strengths": "Wants to teach swimming.", "seen": seen})
    page = words_of(second)
    assert "Both versions, where they differ" in page
    assert "Teaches the little ones." in page and "Wants to teach swimming." in page
    kept = family.assessments.get().sections.get(section="child")
    assert kept.strengths == "Teaches the little ones."
    put_together = {"strengths": "Teaches the little ones, and wants to.", "seen": kept.version}
    assert client.post(address, put_together).status_code == 302


def test_a_register_is_taken_in_one_go(client_for, families, friday):
    group = Programme.objects.select_related("record").get(kind="parenting")
    reference = group.record.reference
    address = reverse("early_help:register", args=[reference, 5])
    client = client_for("early_help")
    places = list(group.places.all())
    wrong = client.post(
        reverse("early_help:plan_sessions", args=[reference]),
        {"sessions": "28 June 2013 Who stays in touch\nnext Monday"},
    )
    assert "Line 2 does not begin with a day" in words_of(wrong)
    twice = client.post(address, {"came": [places[0].pk], "sent_word": [places[0].pk]})
    assert "ticked as having come and as not" in words_of(twice)
    saved = client.post(address, {"came": [place.pk for place in places]})
    assert saved.status_code == 302
    assert {p.attended().held for p in group.places.all()} == {5}
    page = words_of(client.get(reverse("early_help:programme", args=[reference])))
    assert "5 of 5" not in page and "4 of 5, sent word 1" in page and "4 of 5" in page


def test_the_survey_says_shares_with_numbers_and_keeps_no_name(client_for, families, friday):
    client = client_for("early_help")
    last_year = words_of(client.get(reverse("early_help:survey") + "?year=2012"))
    assert "92% of 100 answers" in last_year and "66% of 100 answers" in last_year
    this_year = words_of(client.get(reverse("early_help:survey")))
    assert "75% of 24 answers" in this_year and "<b>24 forms</b>" in this_year
    entered = client.post(
        reverse("early_help:enter"),
        {"month_day": "3", "month_month": "6", "month_year": "2013", "who": "child",
         "better": "yes", "words": "She listened."},
    )  # fmt: skip
    assert entered.status_code == 302
    kept = SurveyAnswer.objects.latest("pk")
    assert (kept.month.day, kept.early_help_id, kept.satisfied) == (1, None, "")
    empty = client.post(
        reverse("early_help:enter"),
        {"month_day": "3", "month_month": "6", "month_year": "2013", "who": "child"},
    )
    assert "The form is empty" in words_of(empty)


def test_the_paper_form_asks_what_the_entry_form_asks(client_for, families, friday):
    client = client_for("nurse")
    paper = words_of(client.get(reverse("early_help:paper")))
    entry = words_of(client.get(reverse("early_help:enter")))
    for words in ("How happy are you", "Are things better", "where to turn", "Did we listen"):
        assert words in paper and words in entry


def test_more_families_cost_no_more_queries(client_for, posts, families, friday):
    client, address = client_for("early_help"), reverse("early_help:families")
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as before:
        client.get(address)
    for number in range(6):
        a_family(posts["early_help"], children=(f"Child {number}",))
    with CaptureQueriesContext(connection) as after:
        client.get(address)
    assert len(after) == len(before)


def test_stepping_up_tells_the_front_door_what_is_written_and_asks_for_one_reason(
    client_for, harcastles, friday
):
    client = client_for("head_teacher")
    before = words_of(client.get(of(harcastles, "preview")))
    for words in ("tired three days", "They eat together.", "Late three days in five", "Mornings"):
        assert words in before, words
    form = {"on_day": "28", "on_month": "6", "on_year": "2013", "family_told": "on"}
    seen = {"seen": harcastles.record.version}
    silent = client.post(of(harcastles, "write", "step_up"), {**form, **seen})
    assert "Say what makes you think so." in words_of(silent)
    sent = client.post(of(harcastles, "write", "step_up"), {**form, **seen, "why": "A bruise."})
    assert sent.status_code == 302
    told = harcastles.step_ups.get()
    page = words_of(client.get(of(harcastles, "step_up", told.pk)))
    assert "A bruise." in page and "They eat together." in page and "The family knows." in page
    stale = client.post(of(harcastles, "write", "go_on"), {**form, **seen, "why": "Go on."})
    page = words_of(stale)
    assert "Somebody else has just changed this record" in page
    assert "saved by Head teacher" in page and "A bruise." in page
    assert "Go on.</textarea>" in page
    harcastles.record.refresh_from_db()
    back = {**form, "seen": harcastles.record.version, "why": "Early help goes on."}
    assert client.post(of(harcastles, "write", "go_on"), back).status_code == 302
    harcastles.refresh_from_db()
    assert harcastles.state == "working"


def test_a_draft_survives_is_its_authors_alone_and_goes_once_it_is_sent(
    client_for, harcastles, friday
):
    address = of(harcastles, "write", "entry")
    client = client_for("head_teacher")
    typed = {"text": "Theo slept till nine.", "seen": "1", "on_day": "28"}
    kept = client.post(address, {**typed, "keep": "itself"})
    assert kept["Content-Type"].startswith("text/plain")
    assert "Only you can read it" in words_of(kept)
    again = words_of(client_for("head_teacher").get(address))
    assert "Theo slept till nine." in again and "Delete the draft" in again
    assert "error" not in again.lower().replace("error-message", "error")
    assert "Theo slept" not in words_of(client_for("early_help").get(address))
    assert client.post(address, {"drop": "1"}).status_code == 302
    assert "Theo slept" not in words_of(client.get(address))
    section = of(EarlyHelp.objects.get(known_as="Dinah Pruett"), "section", "health")
    worker = client_for("early_help")
    worker.post(section, {"needs": "Half a thought", "keep": "1"})
    assert "Half a thought" in words_of(worker.get(section))
    assert worker.post(section, {"needs": "A whole one.", "seen": "0"}).status_code == 302
    assert "Half a thought" not in words_of(worker.get(section))


def test_the_hub_says_which_child_it_is_and_nobody_else_searches(client_for, harcastles, friday):
    address = of(harcastles, "link", 1)
    for who in ("head_teacher", "early_help", "nurse"):
        assert client_for(who).get(address).status_code == 404
    hub = client_for("triage")
    assert "Which child is this?" in words_of(hub.get(of(harcastles)))
    assert "Nobody like this is known" in words_of(hub.get(address))
    assert hub.post(address, {"which": "new"}).status_code == 302
    nia = harcastles.children.get(number=1).child
    assert nia.child.known_as == "Nia Harcastle"
    assert hub.get(address).status_code == 404
    told = {"children": "Nia Harcastle", "worry": "Again.", "reason": "school", "source": "agency"}
    later = client_for("early_help").post(reverse("early_help:offer"), told)
    second = EarlyHelp.objects.latest("pk")
    assert later.url == of(second)
    page = words_of(hub.get(of(second, "link", 1)))
    assert nia.reference in page and "None of them" in page
    assert hub.post(of(second, "link", 1), {"which": nia.reference}).status_code == 302
    assert list(EarlyHelp.objects.about(nia)) == [second, harcastles]

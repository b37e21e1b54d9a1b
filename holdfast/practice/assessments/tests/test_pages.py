"""Who reaches which page, what it says, and what a form refuses in words."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.kernel.access.models import Draft, Entry
from holdfast.kernel.directory import appointments, moment
from holdfast.kernel.directory.models import Person
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.assessments import transitions as verbs
from holdfast.practice.assessments.models import Assessment, SidedText, Voice
from holdfast.practice.assessments.tests.factories import PICTURE, begun, written
from holdfast.practice.children import transitions as children
from holdfast.practice.children.rules.told import ChildTold

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("room", "friday")]

OF_RECORD = ["assessment", "entries", "visit", "note", "late", "paper"]
DECIDES = ["sign", "review", "stop", "hand_over", "convert"]
NEAR = ["mash_manager", "neighbour_mash"]
OUTSIDE = [*NEAR, "neighbour_lado", "early_help", "head_teacher", "police", "nurse", "analyst"]
SECRET = ["Sorrell", "AS-2013", "stair gate"]


def of(name, assessment, *more):
    return reverse(f"assessments:{name}", args=[assessment.record.reference, *more])


def text_of(answer):
    return answer.content.decode()


def test_the_worker_and_the_manager_open_it_and_nobody_else_finds_it(client_for, case):
    signed = case("signed")
    for who in ("team_manager", "social_worker"):
        client = client_for(who)
        for name in OF_RECORD:
            assert client.get(of(name, signed)).status_code == 200, (who, name)
    worker = client_for("social_worker")
    assert [worker.get(of(name, case("writing"))).status_code for name in DECIDES] == [404] * 5
    for who in OUTSIDE:
        client = client_for(who)
        every = [*OF_RECORD, *DECIDES] if who in NEAR else ["assessment"]
        assert {client.get(of(name, signed)).status_code for name in every} == {404}, who
        lists = [reverse("assessments:mine"), reverse("assessments:begin")]
        assert {client.get(url).status_code for url in lists} == {404}, who


def test_a_refusal_is_logged_and_looking_writes_nothing_else(client_for, case):
    before = Entry.objects.filter(let_in=False).count()
    client_for("neighbour_mash").get(of("assessment", case("signed")))
    assert Entry.objects.filter(let_in=False).count() == before + 1


def test_the_list_says_whose_move_and_who_has_been_seen(client_for, case):
    page = text_of(client_for("social_worker").get(reverse("assessments:mine")))
    assert page.count("Single assessment of Leah Sorrell and Archie Sorrell") == 2
    assert "Leah Sorrell: seen alone Mon 3 Jun 2013" in page
    assert "Archie Sorrell: not seen yet" in page
    signed = text_of(client_for("team_manager").get(reverse("assessments:mine") + "?show=signed"))
    assert "In time: was due Fri 5 Jul 2013" in signed and "Begin an assessment" in signed


def test_the_page_says_state_move_next_and_what_is_missing(client_for, case):
    waiting = text_of(client_for("team_manager").get(of("assessment", case("waiting"))))
    writing = text_of(client_for("social_worker").get(of("assessment", case("writing"))))
    for said in (
        "With the manager", "Read it, then sign it or send it back", "45 working days",
        "When they shout I take Archie upstairs.", "He is two; his mother stayed.",
        "Archie Sorrell has not been seen alone",
    ):  # fmt: skip
        assert said in waiting, said
    for said in (
        "Leah Sorrell has not been seen", "What it means for the child is not written",
        "Say why not",
    ):  # fmt: skip
        assert said in writing, said
    for page in (waiting, writing):
        title = page[page.index("<title>") : page.index("</title>")]
        assert not [word for word in SECRET if word in title]


def test_a_side_is_saved_and_a_second_editor_sees_both_versions(client_for, case):
    assessment = case("writing")
    url = of("side", assessment, "parenting", "everybody")
    worker, manager = client_for("social_worker"), client_for("team_manager")
    assert worker.post(url, {"seen": "0", "safety": "The gate is broken."}).status_code == 302
    late = manager.post(url, {"seen": "0", "safety": "The gate was mended."})
    page = text_of(late)
    assert "saved this side while you were writing" in page
    assert "The gate is broken." in page and "The gate was mended." in page
    seen = re.search(r'name="seen" value="(\d+)"', page)
    assert seen and manager.post(url, {"seen": seen[1], "safety": "Both."}).status_code == 302
    texts = SidedText.objects.filter(assessment=assessment, side="parenting")
    assert [text.said for text in texts] == [
        {"safety": "The gate is broken."},
        {"safety": "Both."},
    ]


def test_a_side_for_everybody_warns_when_it_names_one_child(client_for, case):
    url = of("side", case("writing"), "surroundings", "everybody")
    worker = client_for("social_worker")
    worker.post(url, {"seen": "0", "housing": "Archie’s cot stands in the kitchen."})
    assert "This text names Archie" in text_of(worker.get(url))
    assert worker.get(of("side", case("writing"), "nonsense", "everybody")).status_code == 404
    assert worker.get(of("side", case("writing"), "needs", "child-9")).status_code == 404
    read = text_of(worker.get(of("side", case("signed"), "needs", "child-1")))
    assert "She is often late on Mondays." in read and "<textarea" not in read


def test_a_draft_outlives_the_browser_and_is_gone_once_it_is_sent(client_for, case):
    assessment, worker = case("writing"), client_for("social_worker")
    url = of("side", assessment, "needs", "child-1")
    kept = worker.post(url, {"seen": "0", "health": "Half a sent", "keep": "itself"})
    assert kept["Content-Type"].startswith("text/plain") and "Draft kept" in text_of(kept)
    worker.logout()
    again = client_for("social_worker")
    page = text_of(again.get(url))
    assert "Half a sent" in page and "There is a problem" not in page
    assert "Half a sent" not in text_of(client_for("team_manager").get(url))
    assert again.post(url, {"seen": "0", "health": "A whole sentence."}).status_code == 302
    assert not Draft.objects.filter(record=assessment.record).exists()
    again.post(url, {"seen": "1", "health": "x", "keep": "1"})
    again.post(url, {"drop": "1"})
    assert not Draft.objects.filter(record=assessment.record).exists()


def test_a_visit_asks_why_a_child_was_not_seen_alone(client_for, case):
    url, worker = of("visit", case("writing")), client_for("social_worker")
    day = {"on_day": "20", "on_month": "6", "on_year": "2013", "who": "Me", "place": "School"}
    page = text_of(worker.post(url, {**day, "seen_1": "with_others"}))
    assert "Say why Leah Sorrell was not seen alone." in page
    assert "at least one child" in text_of(worker.post(url, day))
    before = {**day, "on_year": "2012", "seen_1": "alone"}
    assert "before the assessment began" in text_of(worker.post(url, before))
    assert worker.post(url, {**day, "seen_1": "alone"}).status_code == 302
    assert case("writing").sightings.count() == 1


def test_words_and_a_drawing_are_kept_and_only_safe_pictures_are(client_for, case):
    assessment, worker = case("writing"), client_for("social_worker")
    url = of("voices", assessment, 1)
    day = {"on_day": "20", "on_month": "6", "on_year": "2013", "to_whom": "Me", "house": "dreams"}
    svg = SimpleUploadedFile("a.svg", b"<svg onload='x'/>", content_type="image/svg+xml")
    assert "PNG or JPEG" in text_of(worker.post(url, {**day, "picture": svg, "shows": "x"}))
    lies = SimpleUploadedFile("a.png", b"<svg/>", content_type="image/png")
    assert "not what it is called" in text_of(
        worker.post(url, {**day, "picture": lies, "shows": "x"})
    )
    png = SimpleUploadedFile("a.png", PICTURE, content_type="image/png")
    assert "Say what the drawing shows" in text_of(worker.post(url, {**day, "picture": png}))
    png.seek(0)
    assert worker.post(url, {**day, "picture": png, "shows": "A kite"}).status_code == 302
    voice = Voice.objects.get(shows="A kite")
    picture = worker.get(of("drawing", assessment, voice.pk))
    assert picture.content == PICTURE and picture["X-Content-Type-Options"] == "nosniff"
    assert (
        picture["Content-Type"] == "image/png" and "A kite" not in picture["Content-Disposition"]
    )
    assert worker.get(of("drawing", case("signed"), voice.pk)).status_code == 404


def test_the_manager_begins_one_and_the_referrals_day_says_which(client_for, case):
    manager, url = client_for("team_manager"), reverse("assessments:begin")
    worker = Assessment.objects.first().worker_id
    told = {
        "asked": "Why?", "worker": str(worker), "family_told": "yes",
        "children": "Joel Tarrow, 9 Sept 2005\nBaby Farrant, due 19 October 2013",
        "received_on_day": "12", "received_on_month": "4", "received_on_year": "2013",
    }  # fmt: skip
    wrong = text_of(manager.post(url, {**told, "children": "Joel Tarrow"}))
    assert "Line 1 should be a name, a comma and a day" in wrong
    unknown = text_of(manager.post(url, {**told, "children": "C-2013-0099"}))
    assert "Line 1: no child here has this reference" in unknown
    assert manager.post(url, told).status_code == 302
    made = Assessment.objects.order_by("-pk")[0]
    assert (made.kind, made.edition) == ("initial", "WT2010")
    assert [row.due_on for row in made.children.all()] == [None, date(2013, 10, 19)]
    assert manager.post(of("convert", made), {
        "why": "One form.", "seen": made.record.version,
        "on_day": "28", "on_month": "6", "on_year": "2013",
    }).status_code == 302  # fmt: skip
    made.refresh_from_db()
    assert (made.kind, made.began_as) == ("single", "initial")
    page = text_of(manager.get(of("assessment", made)))
    assert "begun as initial assessment" in page and "Converted to ASMT.SINGLE.45" in page


def test_a_child_is_chosen_by_its_record_and_what_follows_knows_it(client_for, posts, case):
    told = ChildTold("Esme", "Tarrow", date(2008, 8, 8), school="Tollgate Park")
    esme = children.open_child(told, by=posts["triage"], on=date(2013, 6, 28))
    manager, reference = client_for("team_manager"), esme.record.reference
    url = reverse("assessments:begin") + f"?child={reference}"
    assert reference in text_of(manager.get(url))
    worker = Assessment.objects.first().worker_id
    sent = {
        "asked": "Why?", "worker": str(worker), "family_told": "no", "children": reference,
        "received_on_day": "12", "received_on_month": "6", "received_on_year": "2013",
    }  # fmt: skip
    assert "Say why the family was not told." in text_of(manager.post(url, sent))
    assert manager.post(url, {**sent, "why_not_told": "Not safe yet."}).status_code == 302
    made = Assessment.objects.order_by("-pk")[0]
    facts = text_of(client_for("social_worker").get(of("facts", made, 1)))
    assert "Tollgate Park" in facts and reference in facts and "of today" in facts


def test_the_manager_signs_on_the_page_and_a_stale_page_is_told(client_for, case):
    waiting, manager = case("waiting"), client_for("team_manager")
    url = of("sign", waiting)
    day = {"on_day": "28", "on_month": "6", "on_year": "2013", "why": "It holds."}
    stale = {**day, "decision": "authorise", "seen": "1"}
    assert "Somebody else has just changed this record" in text_of(manager.post(url, stale))
    version = str(waiting.record.version)
    assert manager.post(url, {**stale, "seen": version}).status_code == 302
    waiting.refresh_from_db()
    assert waiting.state == "authorised" and waiting.authorised_by.role == "team_manager"
    follow = text_of(manager.get(of("follow", waiting)))
    assert "It is a single assessment" in follow and "Leah Sorrell" in follow


def test_a_worker_who_handed_it_over_finds_it_no_more(client_for, posts, case):
    writing, manager, worker = case("writing"), posts["team_manager"], posts["social_worker"]
    other = appointments.make_post(
        title="Social worker, second team", agency=worker.agency, role=Role.SOCIAL_WORKER
    )
    appointments.appoint(Person.objects.create(name="A Locum"), other, at=moment.now())
    told = {"why": "Leave", "by": manager, "on": date(2013, 6, 28)}
    with pytest.raises(NotAllowed, match="written by a social worker"):
        verbs.hand_over(writing, to=posts["early_help"], **told)
    verbs.hand_over(writing, to=other, **told)
    assert client_for("social_worker").get(of("assessment", writing)).status_code == 404
    clock = writing.record.deadlines.get(rule_id="ASMT.SINGLE.45")
    assert clock.whose_post == other


def test_the_pages_ask_as_often_for_much_as_for_little(client_for, posts, case):
    manager, writing = client_for("team_manager"), case("writing")
    urls = [reverse("assessments:mine"), of("assessment", writing), of("paper", writing)]
    manager.get(urls[0])

    def asked():
        found = []
        for url in urls:
            with CaptureQueriesContext(connection) as queries:
                assert manager.get(url).status_code == 200
            found.append(len(queries))
        return found

    written(writing, posts, on=date(2013, 6, 10))
    before = asked()
    for number in range(1, 5):
        begun(posts, children=[verbs.AssessedTold(f"Child {number}", born_on=date(2010, 1, 1))])
        written(writing, posts, on=date(2013, 6, 10 + number), version=number)
    assert asked() == before

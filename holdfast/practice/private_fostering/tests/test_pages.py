"""Who opens which page, what it says, and that a form's mistake keeps nothing."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.kernel.access.models import Entry
from holdfast.kernel.directory.models import this_partnership
from holdfast.practice.private_fostering import transitions as verbs
from holdfast.practice.private_fostering.models import Arrangement, Visit
from holdfast.practice.private_fostering.rules import awareness, law, telling
from holdfast.practice.private_fostering.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fostered")]

OF_RECORD = ("record", "checks", "entries", "visit")
INSIDE = {"team_manager", "mash_manager", "triage", "social_worker"}


@pytest.fixture(scope="module")
def fostered(cast_world, django_db_blocker):
    """One arrangement with a visit, told once for this file."""
    with django_db_blocker.unblock():
        return world.begun({key: holding.post for key, holding in cast_world.items()})


@pytest.fixture
def reference(fostered):
    return fostered.record.reference


def of(name, reference, *more):
    return reverse(f"private_fostering:{name}", args=[reference, *more])


def said(answer):
    return answer.content.decode()


def test_the_record_opens_to_the_room_and_is_not_found_for_the_rest(client_for, reference, friday):
    outside = ("head_teacher", "early_help", "lado", "police", "board_manager", "neighbour_mash")
    for who in (*INSIDE, *outside):
        client = client_for(who)
        for name in OF_RECORD if who in INSIDE else ("record", "visit"):
            expected = 200 if who in INSIDE else 404
            assert client.get(of(name, reference)).status_code == expected, (who, name)
    refused = Entry.objects.filter(page="private_fostering:record", let_in=False)
    assert refused.count() == len(outside)


@pytest.mark.parametrize("who", ["neighbour_mash", "neighbour_lado", "neighbour_manager"])
def test_a_neighbour_finds_no_page_of_this_room(who, client_for, reference, friday):
    client = client_for(who)
    names = ("work", "notify", "told", "awareness", "activity", "figures", "statements",
             "make_statement")  # fmt: skip
    for url in [reverse(f"private_fostering:{name}") for name in names]:
        assert client.get(url).status_code == 404, url
        assert client.post(url).status_code in {404, 405}, url


def test_only_a_manager_decides_and_only_at_home(client_for, reference, friday):
    for who in INSIDE:
        expected = 200 if who == "team_manager" else 404
        assert client_for(who).get(of("decide", reference, "decide")).status_code == expected, who


def test_the_page_says_state_whose_move_what_next_and_the_childs_words(client_for, reference, at):
    with at(2012, 11, 26, 10, 0):
        page = said(client_for("social_worker").get(of("record", reference)))
    assert "Visited: checks and assessment" in page
    assert "Last seen alone on Tue 9 Oct 2012" in page
    assert "I want to ring Mum on Sundays" in page
    assert "Visit: 6 days over" in page and "Whose move" in page
    assert "Made in time" in page and "11 checks still owed" in page
    assert "Too old for it from Mon 9 Mar 2020" in page
    assert "This is private fostering." in page
    assert "Friend of the family: no close relative." in page
    title = page[page.index("<title>") : page.index("</title>")]
    assert "Amara" not in title and reference not in title


def test_a_school_hears_that_the_child_was_visited_and_never_why(client_for, reference, friday):
    page = said(client_for("head_teacher").get(reverse("private_fostering:told")))
    assert "The child has been visited" in page and reference in page
    assert world.REPORT not in page and "Mensah" not in page
    assert "told of no child" in said(client_for("nurse").get(reverse("private_fostering:told")))


A_VISIT = {
    "child_seen": "yes", "alone": "yes", "words": "I sleep well.", "report": "Well cared for.",
    "on_day": "20", "on_month": "11", "on_year": "2012",
}  # fmt: skip


def test_a_visit_is_written_at_the_door_and_starts_the_next_six_weeks(
    client_for, reference, fostered, at
):
    seen = Arrangement.objects.get(pk=fostered.pk).record.version
    client = client_for("social_worker")
    with at(2012, 11, 20, 17, 0):
        wrong = client.post(of("visit", reference), {**A_VISIT, "seen": seen, "alone": ""})
        assert "Say whether you spoke alone." in said(wrong)
        assert Visit.objects.count() == 1
        sent = client.post(of("visit", reference), {**A_VISIT, "seen": seen})
        assert sent.status_code == 302
        second = client.post(of("visit", reference), {**A_VISIT, "seen": seen})
        assert "Somebody else has just changed this record" in said(second)
        page = said(client.get(of("record", reference)))
    assert "I sleep well." in page and "Tue 1 Jan 2013" in page
    assert Visit.objects.count() == 2


@pytest.mark.parametrize(
    "written",
    [
        ("missed", {"why": "nobody_in", "words": "Dark."}, "Nobody was in"),
        ("request", {"who": "Amara", "why": "She wants to talk."}, "Visit when the child, carer"),
        ("parent", {"name": "Ms Quansah", "tie": "Mother", "spoken": "yes"}, "Ms Quansah"),
        ("support", {"to": "Carer", "what": "Child benefit."}, "Child benefit."),
        ("member", {"name": "Kwame", "tie": "Son", "age": "20"}, "Kwame: 20, son"),
        ("entry", {"text": "A word with school."}, "A word with school."),
        ("notice", {"kind": "change", "teller": "carer", "who": "Mrs M", "text": "New flat.",
                    "told_on_day": "9", "told_on_month": "11", "told_on_year": "2012"},
         "New flat."),
    ],
)  # fmt: skip
def test_what_is_written_stands_on_the_page(client_for, reference, at, written):
    entry, typed, shown = written
    client = client_for("triage")
    url = of("write", reference, entry)
    with at(2012, 11, 9, 17, 0):
        version = Arrangement.objects.get().record.version
        day = {"on_day": "9", "on_month": "11", "on_year": "2012", "seen": version}
        assert client.post(url, {**typed, **day, "on_year": "2031"}).status_code == 200
        sent = client.post(url, {**typed, **day})
        assert sent.status_code == 302, said(sent)
        page = said(client.get(of("record", reference)))
    assert shown in page


def test_a_check_is_asked_and_answered_and_a_decision_follows(client_for, reference, at):
    manager, worker = client_for("team_manager"), client_for("social_worker")
    with at(2012, 11, 6, 17, 0):

        def version():
            return Arrangement.objects.get().record.version

        day = {"on_day": "6", "on_month": "11", "on_year": "2012"}
        asked = worker.post(
            of("write", reference, "ask-check"), {**day, "wanted": "1-barring", "seen": version()}
        )
        assert asked.status_code == 302
        page = said(worker.get(of("checks", reference)))
        assert "No reply, 0 days" in page and "Criminal records (CRB)" in page
        check = Arrangement.objects.get().checks.get()
        given = {**day, "check": check.pk, "result": "concern", "seen": version()}
        url = of("write", reference, "answer-check")
        assert "Say in words" in said(worker.post(url, given))
        assert worker.post(url, {**given, "words": "A caution of 1999."}).status_code == 302
        decide = {
            **day, "decision": "requirements", "why": "Safe, with a guard.", "seen": version(),
            "kind1": "safety", "text1": "A fire guard.", "by1_day": "20", "by1_month": "11",
            "by1_year": "2012",
        }  # fmt: skip
        wrong = manager.post(of("decide", reference, "decide"), {**decide, "text1": ""})
        assert "A requirement has a kind and says what it asks." in said(wrong)
        assert manager.post(of("decide", reference, "decide"), decide).status_code == 302
        page = said(manager.get(of("record", reference)))
        letter = said(manager.get(of("notice", reference, "decision", 1)))
        assert manager.get(of("notice", reference, "decision", 2)).status_code == 404
    assert "Requirement: A fire guard. To be kept by Tue 20 Nov 2012." in page
    assert "Can be appealed until Tue 20 Nov 2012." in page
    assert "1. A fire guard. By 20 Nov 2012." in letter
    assert "You can appeal to the court within 14 days, until 20 November 2012." in letter
    assert "caution" not in letter and "Not checked yet" not in letter
    url = of("notice", reference, "decision", 1)
    assert manager.post(url).status_code == 302
    kept = said(manager.get(url))
    assert "SHA-256" in kept and "Keep it as it is" not in kept and "1. A fire guard." in kept
    taken = manager.get(of("notice_file", reference, "decision", 1, "html"))
    assert taken.status_code == 200 and "1. A fire guard." in said(taken)
    assert client_for("head_teacher").get(url).status_code == 404
    assert "is kept already" in said(manager.post(url))


A_NOTICE = {
    "kind": "aware", "forename": "Tobi", "surname": "Adewale", "age": "11", "carer": "Mr Sode",
    "relation": "cousin", "starts_on_day": "1", "starts_on_month": "6", "starts_on_year": "2013",
    "goes_on": "yes", "told_on_day": "27", "told_on_month": "6", "told_on_year": "2013",
    "text": "He has moved in with a cousin.",
}  # fmt: skip


def test_any_agency_tells_and_hears_and_learns_nothing_of_what_we_know(client_for, friday):
    client = client_for("nurse")
    wrong = client.post(reverse("private_fostering:notify"), {**A_NOTICE, "forename": ""})
    assert "Give the child’s first name." in said(wrong) and Arrangement.objects.count() == 1
    sent = client.post(reverse("private_fostering:notify"), A_NOTICE)
    assert sent.url == reverse("private_fostering:told")
    assert "Received: we visit within seven working days" in said(client.get(sent.url))
    made = Arrangement.objects.get(forename="Tobi")
    assert (made.told_by, made.aware_on) == (telling.Teller.HEALTH, date(2013, 6, 27))
    assert made.record.deadlines.get(rule_id="PF.VISIT.EXISTING").due_on == date(2013, 7, 8)
    assert client.get(of("record", made.record.reference)).status_code == 404
    listed = said(client_for("triage").get(reverse("private_fostering:work")))
    assert "Tobi Adewale" in listed and "1</b>" not in said(client.get(sent.url))
    worker = said(client_for("social_worker").get(reverse("private_fostering:work")))
    assert "Tobi" not in worker and "Amara" in worker


def test_anybody_checks_the_law_without_signing_in_and_without_a_name(friday):
    url = reverse("private_fostering:check")
    client = Client()
    assert "Give no names" in said(client.get(url))
    cousin = said(client.get(url, {"relation": "cousin", "age": "11", "goes_on": "yes"}))
    assert "The council must be told, and must visit the child." in cousin
    assert "It sounds close; the law does not count it." in cousin
    aunt = said(client.get(url, {"relation": "uncle_aunt", "age": "11", "days": "60"}))
    assert "this is not private fostering" in aunt
    unsure = said(client.get(url, {"relation": "not_known", "age": "16"}))
    assert "It may be." in unsure and client.get(url, {"relation": "x"}).status_code == 200


def test_the_lists_ask_as_often_for_much_as_for_little(client_for, reference, friday, cast):
    posts = {key: holding.post for key, holding in cast.items()}
    urls = [of(name, reference) for name in ("record", "checks")]
    urls += [reverse(f"private_fostering:{n}") for n in ("work", "awareness", "figures")]
    client = client_for("team_manager")

    def counted():
        found = []
        for url in urls:
            with CaptureQueriesContext(connection) as asked:
                assert client.get(url).status_code == 200
            found.append(len(asked))
        return found

    def grow(number):
        day = date(2013, 6, 3 + number)
        world.told_of(posts, told_on=day)
        verbs.log_activity(
            area=this_partnership().area, setting=awareness.Setting.FAITH, words="A talk.",
            kind=awareness.Activity.TALK, reached=None, by=posts["team_manager"], on=day,
        )  # fmt: skip

    grow(0)
    counted()
    little = counted()
    for number in range(1, 4):
        grow(number)
    first = Arrangement.objects.get(record__reference=reference)
    member = verbs.add_member(
        first, name="Kwame", tie="Son", age=20, by=posts["triage"], on=date(2013, 6, 3)
    )
    verbs.find_disqualified(member, what="x", barred=True, by=posts["triage"], on=date(2013, 6, 3))
    verbs.record_missed(
        first, why=law.Missed.NO_WORKER, words="", by=posts["triage"], on=date(2013, 6, 3)
    )
    assert counted() == little


def test_the_hub_looks_for_the_child_and_every_look_is_logged(client_for, reference, friday):
    hub, url = client_for("triage"), of("match", reference)
    assert client_for("social_worker").get(url).status_code == 404
    assert "Nobody like this child is known" in said(client_for("team_manager").get(url))
    page = said(hub.get(url))
    assert "None of these: open a record for this child" in page
    version = Arrangement.objects.get().record.version
    typed = {"which": "new", "on_day": "28", "on_month": "6", "on_year": "2013", "seen": version}
    assert "Choose one." in said(hub.post(url, {**typed, "which": ""}))
    assert hub.post(url, typed).status_code == 302
    assert hub.get(url).status_code == 404, "it is said already"
    child = Arrangement.objects.get().child
    assert child.record.reference in said(hub.get(of("record", reference)))
    told = world.told_of({"head_teacher": Arrangement.objects.get().notices.get().by})
    found = said(hub.get(of("match", told.record.reference)))
    assert f"Amara Quansah, 9, {child.record.reference}. Likely" in found
    last = Entry.objects.filter(what="search").latest("pk")
    assert last.detail["returned"] == [str(child.record_id)] and "Amara" not in str(last.detail)

"""The evidence library, and what was carried forward: as a page, by those who may and may not."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse

from holdfast.engines.standards import transitions
from holdfast.engines.standards.models import Citation, Evidence, Grade
from holdfast.engines.standards.tests import world
from holdfast.engines.standards.tests.world import TODAY
from holdfast.engines.standards.transitions import Claim
from holdfast.kernel.access.models import Entry
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed

pytestmark = pytest.mark.django_db
OLD, NEW = "Safeguarding policy", "Training figures"


def url(name, *at):
    return reverse(f"standards:{name}", args=at)


def words(response):
    content = b"".join(response) if response.streaming else response.content
    return content.decode()


def kept(assessment, posts, what=OLD, **more):
    return transitions.keep_evidence(
        assessment.record, agency=assessment.body, what=what, owner=posts["housing_lead"],
        by=posts["board_manager"], on=TODAY,
        **{"dated_on": date(2011, 6, 1), "expires_on": date(2013, 6, 1)} | more,
    )  # fmt: skip


@pytest.fixture
def expired(assessment, posts):
    """An expired piece that one criterion cites, and a newer one that counts and nobody cites."""
    transitions.take_claims(
        assessment, [Claim("1.1", "3", "We do this.")], author=posts["housing_lead"],
        by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    kept(assessment, posts, NEW, expires_on=date(2014, 6, 1))
    old, grade = kept(assessment, posts), assessment.grades.get(criterion__code="1.1")
    transitions.cite(old, grades=[grade], by=posts["board_manager"], on=TODAY)
    return old


def test_the_library_puts_the_expired_first_and_says_who_cites_each(client_for, expired):
    page = words(client_for("police_member").get(url("library")))
    assert page.index(OLD) < page.index(NEW)
    assert "1 piece has expired" in page
    assert "Expired 27 days ago" in page
    assert "2012/13: 1.1" in page
    assert "nobody yet" in page
    assert "Keep a piece of evidence" not in page, "a member reads"


def test_the_file_of_the_library_is_written_into_the_log(client_for, expired):
    text = words(client_for("board_manager").get(url("library"), {"format": "csv"}))
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    assert [(row["Evidence"], row["Cited by"]) for row in rows] == [
        (OLD, "2012/13: 1.1"), (NEW, "nobody yet"),
    ]  # fmt: skip
    assert Entry.objects.filter(what="export").get().detail["rows"] == 2


@pytest.mark.parametrize("who", ["housing_lead", "nurse", "neighbour_manager", "neighbour_lado"])
def test_who_does_not_read_the_cycle_finds_no_evidence(client_for, expired, assessment, who):
    client = client_for(who)
    for name, at in (
        ("library", ()), ("piece", (expired.pk,)), ("keep", ()), ("renew", (expired.pk,)),
        ("cite", (expired.pk, assessment.pk)), ("still_true", (assessment.pk,)),
        ("carry", (assessment.pk,)),
    ):  # fmt: skip
        assert client.get(url(name, *at)).status_code == 404, name


def test_a_piece_of_a_record_that_one_may_not_see_is_not_found(client_for, expired, posts):
    """The chair opens the library, and has no right in the tests' own room."""
    chair = client_for("board_chair")
    assert OLD not in words(chair.get(url("library")))
    assert chair.get(url("piece", expired.pk)).status_code == 404


def test_the_manager_keeps_cites_and_renews_by_the_pages(client_for, assessment, expired, posts):
    client = client_for("board_manager")
    typed = {
        "assessment": assessment.pk, "what": "Audit of files", "kept_at": "Shared drive",
        "owner_words": "Head of audit", "dated_on_day": "1", "dated_on_month": "6",
        "dated_on_year": "2013",
    }  # fmt: skip
    foreign = typed | {"owner": posts["police_member"].pk}
    assert "Select a valid choice" in words(client.post(url("keep"), foreign))
    ahead = typed | {"dated_on_year": "2014"}
    assert "Give a day that has come" in words(client.post(url("keep"), ahead))
    made = client.post(url("keep"), typed)
    audit = Evidence.objects.get(what="Audit of files")
    assert made.url == url("piece", audit.pk)
    at = url("cite", audit.pk, assessment.pk)
    assert "Which criteria it shows is missing" in words(client.post(at, {}))
    grade = assessment.grades.get(criterion__code="2.1")
    client.post(at, {"grades": [grade.pk]})
    page = words(client.get(made.url))
    assert "2012/13, 2.1" in page
    assert "By 1 criterion" in page
    day = {"dated_on_day": "20", "dated_on_month": "6", "dated_on_year": "2013"}
    renewed = client.post(url("renew", expired.pk), {"what": "Policy of 2013"} | day)
    newer = Evidence.objects.get(what="Policy of 2013")
    assert renewed.url == url("piece", newer.pk)
    assert "Takes the place of" in words(client.get(renewed.url))
    assert "Renew it" not in words(client.get(url("piece", expired.pk)))
    assert OLD not in words(client.get(url("library")))


def test_what_a_closed_cycle_cited_stays_as_it_was(edition, assessment, expired, posts):
    story.close_record(assessment.record, on=TODAY)
    newer = transitions.renew_evidence(
        expired, what="Policy of 2013", dated_on=TODAY, by=posts["board_manager"], on=TODAY
    )
    assert Citation.objects.get().evidence == expired
    assert newer.replaces == expired


def test_a_long_library_is_paged_and_asks_as_often_for_many_as_for_few(
    client_for, assessment, expired, posts, django_assert_max_num_queries
):
    client = client_for("board_manager")
    client.get(url("library"))
    with django_assert_max_num_queries(30) as few:
        client.get(url("library"))
    for number in range(30):
        piece = kept(assessment, posts, f"Piece {number}", expires_on=None)
        transitions.cite(
            piece, grades=assessment.grades.all()[:2], by=posts["board_manager"], on=TODAY
        )
    with django_assert_max_num_queries(len(few)) as many:
        page = words(client.get(url("library")))
    assert len(many) == len(few)
    assert "Showing 1 to 25 of 32" in page


def test_last_times_grades_are_carried_and_confirmed_on_the_page(
    client_for, edition, assessment, expired, posts
):
    client = client_for("board_manager")
    later = world.assessment(posts, edition, label="2013/14")
    page = words(client.get(url("still_true", later.pk)))
    assert "Nothing waits to be confirmed" in page
    assert "Carry grades forward" in page
    carried = client.post(url("carry", later.pk), {"source": assessment.pk})
    assert carried.url == url("still_true", later.pk)
    page = words(client.get(carried.url))
    assert "We do this." in page
    assert f"{OLD}, expired 1" in page
    assert "Tick each grade that is still true." in words(client.post(carried.url, {}))
    grade = Grade.objects.get(assessment=later, criterion__code="1.1")
    assert client.post(carried.url, {"grades": [grade.pk]}).status_code == 302
    grade.refresh_from_db()
    assert (grade.still_true_on, grade.value) == (TODAY, "3")
    again = words(client.post(carried.url, {"grades": [grade.pk]}))
    assert "somebody else has just confirmed it" in again
    with pytest.raises(NotAllowed, match="Nothing of 2012/13 can be carried"):
        transitions.carry_forward(later, source=assessment, by=posts["board_manager"], on=TODAY)

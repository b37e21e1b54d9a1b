"""Each page, as those who may and may not see it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from holdfast.engines.standards import data, feeds
from holdfast.engines.standards.models import Framework
from holdfast.engines.standards.tests import world
from holdfast.engines.standards.tests.test_framework_file import SMALL

pytestmark = pytest.mark.django_db
READERS = ["board_manager", "board_chair", "police_member", "lay_member", "housing_lead", "nurse"]
NEIGHBOURS = ["neighbour_manager", "neighbour_lado"]


def at(edition, name="edition", *more):
    return reverse(f"standards:{name}", args=[edition.framework.record.reference, *more])


@pytest.fixture
def thresholds(friday, posts):
    return [world.approved(posts, planned) for planned in feeds.thresholds()]


@pytest.mark.parametrize("who", READERS)
def test_whoever_works_to_a_framework_reads_it(client_for, edition, who):
    client = client_for(who)
    assert (
        "Section 11 self-assessment"
        in client.get(reverse("standards:frameworks")).content.decode()
    )
    page = client.get(at(edition, "framework")).content.decode()
    assert "Children&#39;s voice" in page
    assert "(optional)" in page
    assert "Law or guidance, read restated" in page


@pytest.mark.parametrize("who", NEIGHBOURS)
def test_the_neighbour_finds_no_framework_and_no_thresholds(client_for, thresholds, who):
    client = client_for(who)
    for url in (
        at(thresholds[0], "framework"), at(thresholds[1], "edition", 2),
        at(thresholds[1], "changes", 2), reverse("standards:thresholds"),
    ):  # fmt: skip
        assert client.get(url).status_code == 404
    assert client.get(reverse("standards:frameworks")).status_code == 404


@pytest.mark.parametrize("who", ["lado", "social_worker", "head_teacher", "coordinator", "nurse"])
def test_every_post_of_the_area_reads_the_thresholds(client_for, thresholds, who):
    page = client_for(who).get(reverse("standards:thresholds")).content.decode()
    assert "Edition of April 2013" in page
    assert "Level 4: at risk of significant harm" in page
    assert "Local, not law" in page


def test_an_earlier_edition_is_shown_as_replaced(client_for, thresholds):
    page = client_for("nurse").get(reverse("standards:thresholds"), {"edition": "1"})
    assert "Replaced by Edition of April 2013" in page.content.decode()


def test_before_any_is_approved_the_page_says_so(client_for, friday):
    page = client_for("nurse").get(reverse("standards:thresholds"))
    assert "No threshold document is in force" in page.content.decode()


def test_what_changed_since_the_edition_before_is_a_page(client_for, thresholds):
    page = client_for("board_chair").get(at(thresholds[1], "changes", 2)).content.decode()
    assert "worded anew" in page
    assert "private arrangement" in page
    assert client_for("board_chair").get(at(thresholds[0], "changes", 1)).status_code == 404


def test_the_manager_loads_a_file_and_the_chair_approves_it(client_for, friday):
    manager, chair = client_for("board_manager"), client_for("board_chair")
    sent = SimpleUploadedFile("any.yaml", data.text_of(data.SECTION_11).encode())
    answer = manager.post(reverse("standards:load"), {"file": sent, "typed": ""})
    edition = Framework.objects.get().editions.get()
    assert answer.url == at(edition, "edition", 1)
    assert "Approve this edition" not in manager.get(answer.url).content.decode()
    assert manager.post(at(edition, "approve", 1)).status_code == 404
    assert "Approve this edition" in chair.get(answer.url).content.decode()
    for _ in range(2):
        assert chair.post(at(edition, "approve", 1)).status_code == 302
    assert "In force" in chair.get(answer.url).content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Choose a file, or paste its text."),
        ("form: other", "Its first line says"),
        (SMALL.replace("scale: rag", "scale: stars"), "line 8"),
        ("[" * 5000, "this is not"),
    ],
)
def test_a_bad_text_is_told_and_nothing_is_written(client_for, friday, typed, said):
    page = client_for("board_manager").post(reverse("standards:load"), {"typed": typed})
    assert said in page.content.decode()
    assert not Framework.objects.exists()


def test_a_file_that_is_no_text_is_told(client_for, friday):
    sent = SimpleUploadedFile("any.yaml", b"\xff\xfe\x00")
    page = client_for("board_manager").post(reverse("standards:load"), {"file": sent})
    assert "not plain text" in page.content.decode()


@pytest.mark.parametrize("who", ["board_chair", "housing_lead", "neighbour_manager"])
def test_only_a_manager_of_this_board_loads(client_for, friday, who):
    client = client_for(who)
    answer = client.post(reverse("standards:load"), {"typed": SMALL})
    assert answer.status_code == 404
    assert not Framework.objects.exists()

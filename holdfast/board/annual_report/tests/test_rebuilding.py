"""An approved edition is made again from what is stored, byte for byte."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection

from holdfast.board.annual_report import transitions
from holdfast.board.annual_report.documents import library, rebuilding
from holdfast.board.annual_report.models import Edition, Printing
from holdfast.board.annual_report.tests.shipped import TODAY
from holdfast.board.annual_report.tests.test_story import revised

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved(edition, settle, freeze, posts) -> Edition:
    settle()
    freeze()
    transitions.approve(
        edition,
        unsettled=[],
        printed=rebuilding.printed(edition, on=TODAY),
        by=posts["board_chair"],
        on=TODAY,
    )
    return edition


def kinds_that_differ(edition) -> list[str]:
    return [each.kind for each in rebuilding.compare(edition) if not each.same]


def test_every_file_of_an_approved_edition_is_made_again_the_same(approved):
    compared = rebuilding.compare(approved)
    assert {each.kind for each in compared} == {
        "content", "html", "pdf", "word", "figures",
        "one-page", "one-page-pdf", "family", "family-pdf",
    }  # fmt: skip
    assert all(each.same for each in compared)


def test_a_release_that_is_revised_later_changes_no_approved_edition(approved, tmp_path, settings):
    revised(tmp_path, settings, ",3640,", ",3641,")
    assert "3,641" in str(library.report_of(approved, on=TODAY).figures)
    assert kinds_that_differ(approved) == []


def test_a_later_edition_changes_no_approved_one(approved, posts):
    manager = posts["board_manager"]
    second = transitions.draft(
        year=approved.year, area=manager.agency.area, owner=manager.agency, by=manager, on=TODAY
    )
    transitions.note_activity(
        second, theme="", what="Something new.", source="Minute 1", by=manager, on=TODAY
    )
    assert kinds_that_differ(approved) == []


def test_a_difference_is_found_and_named(approved):
    kept = rebuilding.Printed("html", "0" * 64, "")
    made = next(each.made for each in rebuilding.compare(approved) if each.kind == "html")
    assert rebuilding.Compared("html", kept, made).words == "differs"
    newer = rebuilding.Printed("pdf", "1" * 64, "typst 99")
    assert "typst 99 instead" in rebuilding.Compared("pdf", kept, newer).words
    assert rebuilding.Compared("pdf", kept, None).words == "can no longer be made"


def test_the_digests_are_never_changed(approved):
    with pytest.raises(DatabaseError):
        Printing.objects.update(sha256="0" * 64)
    connection.needs_rollback = False


def test_the_command_says_that_every_edition_is_as_approved(approved, capsys):
    call_command("check_reports")
    said = capsys.readouterr().out
    assert "1 of 1 approved editions are as approved." in said
    assert "  pdf: the same" in said


def test_the_command_fails_when_stored_content_was_altered(approved, capsys):
    Edition.objects.filter(pk=approved.pk).update(content="{}")
    with pytest.raises(SystemExit) as left:
        call_command("check_reports")
    assert left.value.code == 1
    assert "is not what was frozen" in capsys.readouterr().err


def test_a_draft_has_nothing_to_compare(edition):
    assert rebuilding.printed(edition, on=TODAY) == ()
    assert rebuilding.compare(edition) == ()

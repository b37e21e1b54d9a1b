"""One edition's life: drafted, settled, frozen, approved, and what it does not allow."""

import pytest
from django.db import IntegrityError

from holdfast.board.annual_report import rules, transitions
from holdfast.board.annual_report.documents import library
from holdfast.board.annual_report.documents.codec import Unreadable
from holdfast.board.annual_report.models import Edition, Settlement
from holdfast.board.annual_report.tests.shipped import TODAY, YEAR
from holdfast.insight.benchmarking import figures
from holdfast.insight.benchmarking.releases import release
from holdfast.kernel.access.gate import Refused
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed

pytestmark = pytest.mark.django_db


def approve(edition, by, unsettled=()):
    transitions.approve(edition, unsettled=unsettled, by=by, on=TODAY)


def test_an_edition_is_drafted_settled_frozen_and_approved(edition, posts, settle, freeze):
    settle()
    freeze()
    approve(edition, posts["board_chair"])
    assert edition.state == rules.APPROVED
    assert edition.approved_by == posts["board_chair"]
    moves = list(edition.record.steps.order_by("pk").values_list("move", flat=True))
    assert moves == ["draft", *["settle"] * 4, "freeze", "approve"]
    assert edition.record.reference.startswith("AR-2013-")


def test_the_author_cannot_approve_even_where_the_gate_would_let_them(edition, posts, freeze):
    freeze()
    Edition.objects.filter(pk=edition.pk).update(drafted_by=posts["board_chair"])
    edition.refresh_from_db()
    with pytest.raises(NotAllowed, match="drafted an edition cannot approve it"):
        approve(edition, posts["board_chair"])


def test_the_database_itself_refuses_an_author_as_approver(edition, posts, freeze):
    freeze()
    author = posts["board_manager"]
    with pytest.raises(IntegrityError):
        Edition.objects.filter(pk=edition.pk).update(approved_by=author, approved_on=TODAY)


@pytest.mark.parametrize("who", ["board_manager", "analyst", "lay_member", "lado"])
def test_only_the_chair_approves(edition, posts, freeze, who):
    freeze()
    with pytest.raises(Refused):
        approve(edition, posts[who])


def test_an_edition_with_an_open_disagreement_is_not_approved(edition, posts, settle, freeze):
    settle("england-total")
    freeze()
    with pytest.raises(NotAllowed, match="Disagreements 2 and 4 are not settled"):
        approve(edition, posts["board_chair"], unsettled=[2, 4])


def test_only_the_holder_settles_a_disagreement(edition, posts):
    with pytest.raises(NotAllowed, match="Only the holder"):
        transitions.settle(
            edition,
            disagreement="one-child",
            holder=Role.ANALYST,
            words="Print 551",
            reason="As published.",
            by=posts["board_manager"],
            on=TODAY,
        )


def test_a_settlement_needs_a_reason(edition, posts):
    with pytest.raises(NotAllowed, match="and why"):
        transitions.settle(
            edition,
            disagreement="england-total",
            holder=Role.BOARD_MANAGER,
            words="Print 369,400",
            reason="   ",
            by=posts["board_manager"],
            on=TODAY,
        )


def test_a_settlement_is_never_overwritten(edition, settle):
    settle("england-total")
    with pytest.raises(NotAllowed, match="never overwritten"):
        settle("england-total")
    assert Settlement.objects.count() == 1


def test_what_was_printed_stays_beside_the_settlement(edition, settle):
    settle("england-total")
    box = library.report_of(edition, on=TODAY).disagreements()[0]
    assert box.settled.post == "Development manager"
    assert "369,400,000" in str(box.parts)


def test_the_count_of_settled_disagreements_is_kept_in_step(edition, settle):
    settle("one-child", "fall-in-rates")
    assert library.report_of(edition, on=TODAY).edition.endswith("4 disagreements, 2 settled")


def test_a_year_has_one_draft_at_a_time(edition, posts):
    manager = posts["board_manager"]
    with pytest.raises(NotAllowed, match="already has a draft"):
        transitions.draft(
            year=YEAR, area=manager.agency.area, owner=manager.agency, by=manager, on=TODAY
        )


def test_a_report_on_another_area_is_refused(friday, posts):
    neighbour = posts["neighbour_lado"].agency
    with pytest.raises(NotAllowed, match="own area"):
        transitions.draft(
            year=YEAR, area=neighbour.area, owner=neighbour, by=posts["neighbour_lado"], on=TODAY
        )


def test_the_next_edition_keeps_what_was_settled_in_the_one_before(edition, posts, settle, freeze):
    settle("one-child")
    freeze()
    manager = posts["board_manager"]
    second = transitions.draft(
        year=YEAR, area=manager.agency.area, owner=manager.agency, by=manager, on=TODAY
    )
    settled = [b.key for b in library.report_of(second, on=TODAY).disagreements() if b.settled]
    assert (second.number, settled) == (2, ["one-child"])


def test_a_frozen_edition_cannot_be_frozen_again(edition, freeze):
    freeze()
    with pytest.raises(NotAllowed):
        freeze()


def test_two_people_cannot_both_freeze_what_they_read(edition, posts, freeze):
    same = Edition.objects.get(pk=edition.pk)
    freeze()
    with pytest.raises(NotAllowed, match="Somebody else has just changed"):
        transitions.freeze(same, content="{}", by=posts["board_manager"], on=TODAY)


@pytest.mark.parametrize("who", ["lay_member", "lado", "neighbour_lado", "board_chair"])
def test_a_reader_cannot_freeze(edition, posts, who):
    with pytest.raises(Refused):
        transitions.freeze(edition, content="{}", by=posts[who], on=TODAY)


def revised(tmp_path, settings, old: str, new: str) -> None:
    """Import a copy of a shipped release in which one cell was revised."""
    settings.VAR_DIR = tmp_path
    text = (figures.SHIPPED / "SFR27-2012.csv").read_text("utf-8")
    assert text.count(old) == 1
    again = tmp_path / "SFR27-2012ud.csv"
    again.write_text(text.replace(old, new), "utf-8")
    figures.import_file(again, release("SFR27-2012"), into=tmp_path / "figures")


def test_a_frozen_edition_keeps_its_figure_and_shows_the_revision_as_a_new_line(
    edition, freeze, tmp_path, settings
):
    freeze()
    before = library.report_of(edition, on=TODAY)
    revised(tmp_path, settings, ",3640,", ",3641,")
    after = library.report_of(edition, on=TODAY)
    referrals = [f.shown for f in after.figures if f.id.startswith("referrals")]
    assert "3,640" in referrals and "3,641" in referrals
    assert after.chapters[:-1] == before.chapters[:-1]
    assert after.chapters[-1].sections[-1].anchor == "revised"
    assert edition.content == Edition.objects.get(pk=edition.pk).content


def test_a_draft_shows_the_revised_figure(edition, tmp_path, settings):
    revised(tmp_path, settings, ",3640,", ",3641,")
    shown = {f.id: f.shown for f in library.report_of(edition, on=TODAY).figures}
    assert shown["referrals"] == "3,641"


def test_an_altered_content_is_refused(edition, freeze):
    freeze()
    altered = edition.content.replace("3,010", "3,011")
    Edition.objects.filter(pk=edition.pk).update(content=altered)
    edition.refresh_from_db()
    with pytest.raises(Unreadable, match="is not what was frozen"):
        library.report_of(edition, on=TODAY)

"""The page of timescales, on screen and in docs."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.urls import reverse

from holdfast.kernel.clock import reference_page
from holdfast.kernel.clock.law import STATUS_WORDS
from holdfast.kernel.clock.markdown import as_markdown
from holdfast.kernel.clock.pages import timescales_page
from holdfast.kernel.clock.timescales import book

FRIDAY = date(2013, 6, 28)
CAST = ["lado", "head_teacher", "police", "lay_member", "board_manager", "neighbour_lado"]


def test_the_committed_page_is_current() -> None:
    committed = Path(settings.BASE_DIR) / "docs" / "timescales.md"
    assert committed.read_text(encoding="utf-8") == as_markdown(), "Run `holdfast timescales`."


def test_every_version_of_every_rule_is_on_the_page_once() -> None:
    rows = [row for section in reference_page.sections() for row in section.rows]
    assert len(rows) == len(list(book()))
    assert len({row.anchor for row in rows}) == len(rows)


def test_each_row_says_how_sure_we_are_in_words() -> None:
    for section in reference_page.sections():
        for row in section.rows:
            assert row.badge.words in STATUS_WORDS.values()
            assert row.kind
            assert row.source


def test_a_local_row_never_speaks_of_law() -> None:
    for section in reference_page.sections(status="L"):
        for row in section.rows:
            assert row.kind == "Local standard, not law"
            assert "statutory" not in " ".join([row.limit, row.late, row.kind]).lower()


def test_a_target_says_its_share() -> None:
    rows = {
        r.id: r for s in reference_page.sections(only="allegations", on=FRIDAY) for r in s.rows
    }
    assert rows["LADO.T80"].limit == "80% within 1 month"
    assert rows["LADO.REFER"].limit == "1 working day"


def test_a_trial_area_is_named_and_the_list_said_to_be_incomplete() -> None:
    rows = [r for s in reference_page.sections(on=date(2012, 5, 1)) for r in s.rows]
    core = next(row for row in rows if row.id == "ASMT.CORE.35")
    assert any("Hackney" in more and "The list is not complete." in more for more in core.more)


def test_the_filters_narrow_the_page_and_an_unknown_choice_is_ignored() -> None:
    one = timescales_page({"section": "allegations"}, today=FRIDAY)
    assert [section.slug for section in one.sections] == ["allegations"]
    assert all(len({r.id for r in s.rows}) == len(s.rows) for s in one.sections)
    everything = timescales_page({"section": "<script>", "when": "all"}, today=FRIDAY)
    assert len(everything.sections) == len(book().sections)
    assert everything.result == f"{len(list(book()))} of {len(list(book()))}"


@pytest.mark.parametrize("who", CAST)
def test_every_post_may_read_the_law(client_for: Any, friday: Any, who: str) -> None:
    answer = client_for(who).get(reverse("clock:timescales"), {"section": "allegations"})
    said = answer.content.decode()
    assert answer.status_code == 200
    assert "The employer tells the LADO" in said
    assert "From memory: to be checked" in said
    assert "In force on Fri 28 Jun 2013" in said


def test_a_stranger_is_asked_to_sign_in(client: Any, cast: Any) -> None:
    assert client.get(reverse("clock:timescales")).status_code == 302


def test_the_command_writes_the_page_and_checks_it(tmp_path: Path) -> None:
    out = tmp_path / "timescales.md"
    with pytest.raises(CommandError, match="is not current"):
        call_command("timescales", out=out, check=True)
    call_command("timescales", out=out)
    call_command("timescales", out=out, check=True)
    assert out.read_text() == as_markdown()
    assert [path.name for path in tmp_path.iterdir()] == ["timescales.md"]


def test_a_page_that_cannot_be_written_is_one_sentence_and_code_two(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written.*--out") as fault:
        call_command("timescales", out=tmp_path / "absent" / "timescales.md")
    assert fault.value.returncode == 2

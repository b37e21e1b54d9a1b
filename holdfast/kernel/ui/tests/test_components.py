from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.template import engines
from django.test import RequestFactory
from jinja2 import UndefinedError
from lxml import html

from holdfast.kernel.ui import parts
from holdfast.kernel.ui.frame import Frame, NavItem
from holdfast.kernel.ui.render import render


def test_every_component_draws(gallery_html: str) -> None:
    page = html.fromstring(gallery_html)
    assert page.xpath("//h1")[0].text_content() == "Every component, on one page"
    assert len(page.xpath("//h1")) == 1
    assert page.get("lang") == "en-GB"


def test_no_address_is_used_twice_as_an_id(gallery_html: str) -> None:
    ids = html.fromstring(gallery_html).xpath("//@id")
    assert sorted(ids) == sorted(set(ids))


def test_every_symbol_that_is_used_is_defined(gallery_html: str) -> None:
    page = html.fromstring(gallery_html)
    used = {link[1:] for link in page.xpath("//use/@href")}
    assert used == set(page.xpath("//symbol/@id"))


def test_the_page_obeys_the_content_security_policy(gallery_html: str) -> None:
    page = html.fromstring(gallery_html)
    assert not page.xpath("//@style")
    assert not page.xpath("//style")
    assert all(script.get("src") for script in page.xpath("//script"))
    assert not [name for name in page.xpath("//@*") if str(name).startswith("javascript:")]
    assert not page.xpath("//@*[starts-with(name(), 'on')]")


def test_the_header_says_as_which_post_and_signs_out_by_post(gallery_html: str) -> None:
    page = html.fromstring(gallery_html)
    header = page.xpath("//header")[0]
    assert "Acting as LADO" in header.text_content()
    assert header.xpath(".//form[@method='post'][@action='/sign-out/']//input[@type='hidden']")
    assert header.xpath(".//a[@href='/posts/']")


def test_a_visitor_who_is_not_signed_in_sees_no_post_and_no_navigation(rf: RequestFactory) -> None:
    page = html.fromstring(render(rf.get("/"), "ui/page.html").content)
    assert not page.xpath("//form | //nav | //*[@class='hf-room'] | //*[@class='hf-demo']")


def test_the_frame_is_taken_from_the_request_and_escaped(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.frame = Frame(  # type: ignore[attr-defined]
        partnership="<b>A & B</b>", nav=(NavItem("Register", "/r", current=True),), foot="Logged."
    )
    page = html.fromstring(render(request, "ui/page.html").content)
    assert "<b>A & B</b>" in page.xpath("//header")[0].text_content()
    assert page.xpath("//nav//a[@aria-current]")[0].text_content() == "Register"
    assert "Logged." in page.xpath("//footer")[0].text_content()


def test_no_page_may_be_kept_by_a_browser(rf: RequestFactory) -> None:
    assert render(rf.get("/"), "ui/page.html")["Cache-Control"] == "no-store"


def test_a_name_that_a_page_forgot_is_an_error_and_not_a_blank() -> None:
    template = engines["jinja2"].from_string("{{ page.worker }}")
    with pytest.raises(UndefinedError):
        template.render({"page": {}})


def test_every_status_has_its_shape_and_its_word(draw: Any) -> None:
    made = [parts.met("Met"), parts.running("Left"), parts.soon("Soon"), parts.over("Over")]
    made += [parts.nothing(), parts.refused(), parts.no_reply(), parts.met_late("Late")]
    assert {status.shape for status in made} == set(parts.Shape) == set(parts.TONES)
    for status in made:
        drawn = draw("{{ ui.status(s) }}", s=status)
        assert f"#hf-{status.shape.value}" in drawn
        assert status.word in drawn


def test_a_local_standard_is_never_called_law(draw: Any) -> None:
    assert "not law" in draw("{{ ui.badge(b) }}", b=parts.Badge("L"))


@pytest.mark.parametrize(
    ("used", "fill"), [(0.5, 'width="50"'), (1.4, "hf-hatch-over"), (-1, "0")]
)
def test_a_clock_bar_shows_the_time_used_and_hatches_what_is_over(
    draw: Any, used: float, fill: str
) -> None:
    clock = parts.Clock("Review", date(2013, 3, 15), parts.running("Left"), used=used)
    drawn = draw("{{ ui.clocks([c]) }}", c=clock)
    assert fill in drawn
    assert 0 <= clock.bar <= 100


def test_a_clock_without_a_bar_still_has_its_words(draw: Any) -> None:
    clock = parts.Clock("Review", "not known", parts.met("Met"))
    page = html.fromstring(draw("{{ ui.clocks([c]) }}", c=clock))
    assert "not known" in page.text_content()
    assert not page.xpath("//*[@class='hf-bar']")


@pytest.mark.parametrize(
    ("written", "words"), [((11, 22, 59), ""), ((12, 9, 0), "Written 3 days later")]
)
def test_an_entry_written_late_says_how_late(written: tuple[int, int, int], words: str) -> None:
    moment = datetime(2012, 1, *written, tzinfo=UTC)
    assert parts.gap_words(date(2012, 1, 9), moment) == words


def test_an_entry_written_after_midnight_in_summer_counts_from_london() -> None:
    moment = datetime(2012, 7, 11, 23, 30, tzinfo=UTC)
    assert parts.gap_words(date(2012, 7, 9), moment) == "Written 3 days later"


def test_what_a_person_wrote_is_never_markup(draw: Any) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    entry = parts.Entry(
        date(2012, 10, 9), datetime(2012, 10, 9, tzinfo=UTC), hostile, hostile, hostile, hostile
    )
    drawn = draw(
        "{{ ui.timeline([e]) }}{{ ui.head(h, h, h) }}{{ ui.empty(h, h) }}{{ ui.item(h, h) }}"
        "{% call ui.disagreement(1, h, proposed=h, holder=h) %}{{ h }}{% endcall %}",
        e=entry,
        h=hostile,
    )
    assert "<img" not in drawn

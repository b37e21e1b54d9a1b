from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.forms import error_summary, field

CHOICES = [("yes", "Yes"), ("no", "No & never")]
GROUPED = [("Health", [("gp", "General practice")]), ("police", "Police")]


class EveryWidget(forms.Form):
    text = forms.CharField(label="Text", help_text="As you heard it")
    mail = forms.EmailField(label="Address")
    count = forms.IntegerField(label="Count")
    words = forms.CharField(label="Words", widget=forms.Textarea)
    secret = forms.CharField(label="Password", widget=forms.PasswordInput)
    pick = forms.ChoiceField(label="Pick", choices=GROUPED)
    safe = forms.ChoiceField(label="Is she safe?", choices=CHOICES, widget=forms.RadioSelect)
    seen = forms.MultipleChoiceField(
        label="Seen", choices=CHOICES, widget=forms.CheckboxSelectMultiple
    )
    held_on = DateField(label="Held")
    paper = forms.FileField(label="Paper")
    agreed = forms.BooleanField(label="Read back")
    version = forms.IntegerField(widget=forms.HiddenInput)


CONTROLS = {
    "text": "//input[@type='text'][@id='id_text']",
    "mail": "//input[@type='email'][@id='id_mail']",
    "count": "//input[@inputmode='numeric'][@id='id_count']",
    "words": "//textarea[@id='id_words']",
    "secret": "//input[@type='password'][@id='id_secret']",
    "pick": "//select[@id='id_pick']",
    "safe": "//fieldset//input[@type='radio'][@id='id_safe']",
    "seen": "//fieldset//input[@type='checkbox'][@id='id_seen']",
    "held_on": "//fieldset//input[@id='id_held_on_day']",
    "paper": "//input[@type='file'][@id='id_paper']",
    "agreed": "//input[@type='checkbox'][@id='id_agreed']",
}


@pytest.mark.parametrize("name", CONTROLS)
def test_every_widget_is_drawn_with_its_label_and_its_error(name: str) -> None:
    form = EveryWidget({})
    drawn = html.fromstring(field(form[name]))
    assert drawn.xpath(CONTROLS[name])
    words = drawn.text_content()
    assert str(form[name].label) in words
    assert drawn.xpath("//p[contains(@class, 'govuk-error-message')]")
    assert "This field is required" not in words


@pytest.mark.parametrize("name", CONTROLS)
def test_each_line_of_the_error_summary_leads_to_a_control(name: str) -> None:
    form = EveryWidget({})
    page = html.fromstring(
        f"<div>{error_summary(form)}{''.join(str(field(bound)) for bound in form)}</div>"
    )
    (target,) = {
        link[1:] for link in page.xpath("//a/@href") if link[4:].removesuffix("_day") == name
    }
    assert page.get_element_by_id(target).tag in {"input", "select", "textarea"}


def test_checkboxes_are_not_drawn_as_radios() -> None:
    assert 'type="radio"' not in field(EveryWidget()["seen"])


def test_what_was_sent_is_shown_again_and_escaped() -> None:
    sent = {"text": '"><script>x</script>', "seen": ["no"], "safe": "yes", "pick": "gp"}
    form = EveryWidget(sent)
    drawn = html.fromstring(f"<div>{''.join(str(field(bound)) for bound in form)}</div>")
    assert drawn.get_element_by_id("id_text").value == sent["text"]
    assert not drawn.xpath("//script")
    assert drawn.xpath("//input[@checked]/@value") == ["yes", "no"]
    assert drawn.xpath("//option[@selected]/@value") == ["gp"]


def test_a_password_is_never_sent_back() -> None:
    assert "hush" not in field(EveryWidget({"secret": "hush"})["secret"])


def test_a_file_that_was_sent_is_not_named_in_the_page() -> None:
    upload = SimpleUploadedFile("child-name.pdf", b"x")
    assert "child-name" not in field(EveryWidget({}, {"paper": upload})["paper"])


def test_a_field_that_may_be_left_out_says_so() -> None:
    class Optional(forms.Form):
        note = forms.CharField(label="Note", required=False)

    assert "Note (optional)" in field(Optional()["note"])


def test_an_option_can_have_a_hint_and_reveal_a_field_without_a_script() -> None:
    form = EveryWidget({})
    drawn = html.fromstring(
        field(form["safe"], hints={"yes": "Say how"}, reveals={"no": field(form["text"])})
    )
    assert "Say how" in drawn.text_content()
    assert drawn.get_element_by_id("id_text") is not None
    assert not drawn.xpath("//*[@data-aria-controls or contains(@class, '--hidden')]")


def test_an_error_of_the_whole_form_stands_in_the_summary_without_a_link() -> None:
    form = EveryWidget({})
    form.add_error(None, "The record changed while you wrote. Read it again.")
    summary = html.fromstring(error_summary(form))
    (line,) = [li for li in summary.xpath("//li") if "changed while" in li.text_content()]
    assert not line.xpath(".//a")
    assert summary.xpath("//h2")[0].text_content().strip() == "There is a problem"


@pytest.mark.parametrize(("required", "words"), [(True, "Choose"), (False, "Not chosen")])
def test_an_empty_choice_is_a_word_and_not_a_row_of_hyphens(required: bool, words: str) -> None:
    class Pick(forms.Form):
        pick = forms.ChoiceField(choices=[("", "---------"), ("a", "A")], required=required)

    drawn = html.fromstring(field(Pick()["pick"]))
    assert drawn.xpath("//option")[0].text_content() == words


def test_a_form_without_errors_has_no_summary() -> None:
    assert error_summary(EveryWidget()) == ""


def test_an_unknown_widget_is_refused_in_words() -> None:
    class Odd(forms.Widget):
        pass

    class OddForm(forms.Form):
        odd = forms.CharField(widget=Odd)

    with pytest.raises(TypeError, match="cannot draw Odd"):
        field(OddForm()["odd"])


def test_a_form_works_without_javascript_and_carries_its_token(draw: Any) -> None:
    drawn = html.fromstring(
        draw("{{ ui.form(f, token, submit='Send') }}", f=EveryWidget(), token="TOKEN")
    )
    assert drawn.get("method") == "post"
    assert drawn.get("novalidate") is not None
    assert "TOKEN" in drawn.text_content()
    assert drawn.xpath("//input[@type='hidden'][@name='version']")
    assert drawn.xpath("//button[@type='submit']")[0].text_content() == "Send"


def test_a_form_that_keeps_drafts_has_the_button_and_a_place_to_say_so(draw: Any) -> None:
    page = html.fromstring(draw("{{ ui.form(f, 't', keeps=true) }}", f=EveryWidget()))
    form = page if page.tag == "form" else page.xpath("//form")[0]
    assert "data-keeps" in form.attrib
    assert form.xpath(".//button[@name='keep']") and form.xpath(".//*[@role='status'][@data-kept]")
    plain = html.fromstring(draw("{{ ui.form(f, 't') }}", f=EveryWidget()))
    assert "data-keeps" not in html.tostring(plain).decode()

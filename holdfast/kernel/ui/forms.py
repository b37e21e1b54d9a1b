"""Django's bound fields drawn as GOV.UK components.

`field(form["name"])` draws one; `error_summary(form)` lists what is wrong, linked to each control.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.forms.widgets import Input
from markupsafe import Markup

from holdfast.kernel.ui.dates import PARTS, DateWidget
from holdfast.kernel.ui.govuk import govuk

Params = dict[str, Any]
WIDTHS = {"day": 2, "month": 3, "year": 4}


def _label(bound: BoundField) -> str:
    optional = not bound.field.required and not isinstance(bound.field, forms.BooleanField)
    return f"{bound.label} (optional)" if optional else str(bound.label)


def _sentences(bound: BoundField) -> list[str]:
    """What is wrong with one field; Django's `This field is required.` learns which field."""
    stock = forms.Field.default_error_messages["required"]
    return [_missing(bound) if error == stock else str(error) for error in bound.errors]


def _missing(bound: BoundField) -> str:
    label = str(bound.label)
    if isinstance(bound.field, forms.BooleanField):
        return f"Tick “{label}” to go on."
    return f"Answer “{label}”" if label.endswith("?") else f"{label} is missing."


def _base(bound: BoundField) -> Params:
    """What every component has: hint and error."""
    params: Params = {}
    if bound.help_text:
        params["hint"] = {"text": str(bound.help_text)}
    if bound.errors:
        params["errorMessage"] = {"text": " ".join(_sentences(bound))}
    return params


def _labelled(bound: BoundField) -> Params:
    return {
        **_base(bound),
        "id": bound.auto_id,
        "name": bound.html_name,
        "label": {"text": _label(bound), "classes": "hf-label"},
    }


def _attributes(bound: BoundField) -> dict[str, str]:
    skip = {"id", "class", "rows", "cols", "required", "maxlength"}
    attrs = bound.field.widget.attrs
    return {key: str(value) for key, value in attrs.items() if key not in skip and value}


def _text_value(bound: BoundField) -> str:
    value = bound.value()
    return "" if value is None else str(bound.field.widget.format_value(value) or "")


def _input(bound: BoundField, options: Params) -> Markup:
    kind = getattr(bound.field.widget, "input_type", "text")
    params = {**_labelled(bound), "value": _text_value(bound), "type": kind}
    if kind == "password":
        params["value"] = ""
    if kind == "number":
        params |= {"type": "text", "inputmode": "numeric", "spellcheck": False}
    if "width" in options:
        params["classes"] = f"govuk-input--width-{options['width']}"
    return govuk("input", {**params, "attributes": _attributes(bound)})


def _textarea(bound: BoundField, options: Params) -> Markup:
    rows = str(options.get("rows", 5))
    params = {**_labelled(bound), "value": _text_value(bound), "rows": rows}
    return govuk("textarea", {**params, "attributes": _attributes(bound)})


def _file(bound: BoundField, options: Params) -> Markup:
    return govuk("file-upload", {**_labelled(bound), "attributes": _attributes(bound)})


def _choices(bound: BoundField) -> Iterable[tuple[str, str]]:
    """Every choice, groups flattened: the component has no groups."""
    for value, text in getattr(bound.field, "choices", bound.field.widget.choices):
        if isinstance(text, list | tuple):
            yield from ((str(inner), str(words)) for inner, words in text)
        elif value in (None, "") and set(str(text)) <= {"-"}:
            yield "", "Choose" if bound.field.required else "Not chosen"
        else:
            yield ("" if value is None else str(value)), str(text)


def _chosen(bound: BoundField) -> set[str]:
    value = bound.value()
    many = value if isinstance(value, list | tuple | set) else [value]
    return {str(getattr(one, "value", one)) for one in many if one is not None}


def _select(bound: BoundField, options: Params) -> Markup:
    chosen = _chosen(bound)
    items = [
        {"value": value, "text": text, "selected": value in chosen}
        for value, text in _choices(bound)
    ]
    return govuk("select", {**_labelled(bound), "items": items})


def _fieldset(bound: BoundField) -> Params:
    return {"legend": {"text": _label(bound), "classes": "hf-label"}}


def _ticked(bound: BoundField, options: Params) -> list[Params]:
    hints: Mapping[str, str] = options.get("hints", {})
    reveals: Mapping[str, Markup] = options.get("reveals", {})
    chosen = _chosen(bound)
    items: list[Params] = []
    for value, text in _choices(bound):
        if value == "":
            continue
        item: Params = {"value": value, "text": text, "checked": value in chosen}
        if value in hints:
            item["hint"] = {"text": hints[value]}
        if value in reveals:
            item["conditional"] = {"html": reveals[value]}
        items.append(item)
    return items


def _group(component: str) -> Callable[[BoundField, Params], Markup]:
    def draw(bound: BoundField, options: Params) -> Markup:
        inline = f"govuk-{component}--inline " if options.get("inline") else ""
        params = {
            **_base(bound),
            "idPrefix": bound.auto_id,
            "name": bound.html_name,
            "fieldset": _fieldset(bound),
            "classes": f"{inline}govuk-{component}--small",
            "items": _ticked(bound, options),
        }
        return _revealed_by_css(govuk(component, params))

    return draw


def _revealed_by_css(drawn: Markup) -> Markup:
    """Let the stylesheet fold what an option reveals.

    GOV.UK's script would put aria-expanded on a radio, which ARIA does not allow there.
    """
    plain = re.sub(r' data-aria-controls="[^"]*"|govuk-\w+__conditional--hidden', "", drawn)
    return Markup(plain)  # noqa: S704  it was markup before two attributes were taken out


def _single_checkbox(bound: BoundField, options: Params) -> Markup:
    item = {"value": "on", "text": _label(bound), "checked": bool(bound.value())}
    params = {**_base(bound), "idPrefix": bound.auto_id, "name": bound.html_name, "items": [item]}
    return govuk("checkboxes", {**params, "classes": "govuk-checkboxes--small"})


def _date(bound: BoundField, options: Params) -> Markup:
    value, widget = bound.value(), bound.field.widget
    typed = value if isinstance(value, list) else widget.decompress(value)
    wrong = " govuk-input--error" if bound.errors else ""
    items = [
        {
            "id": f"{bound.auto_id}_{part}",
            "name": f"{bound.html_name}_{part}",
            "label": part.capitalize(),
            "classes": f"govuk-input--width-{WIDTHS[part]}{wrong}",
            "value": "" if shown is None else str(shown),
            "inputmode": "text" if part == "month" else "numeric",
        }
        for part, shown in zip(PARTS, typed, strict=True)
    ]
    params = {**_base(bound), "id": bound.auto_id, "fieldset": _fieldset(bound), "items": items}
    return govuk("date-input", params)


DRAWERS: tuple[tuple[type[forms.Widget], Callable[[BoundField, Params], Markup]], ...] = (
    (DateWidget, _date),
    (forms.CheckboxSelectMultiple, _group("checkboxes")),
    (forms.RadioSelect, _group("radios")),
    (forms.CheckboxInput, _single_checkbox),
    (forms.Select, _select),
    (forms.Textarea, _textarea),
    (forms.FileInput, _file),
    (Input, _input),
)
"""In this order: CheckboxSelectMultiple is a kind of RadioSelect, several are kinds of Input."""


def field(bound: BoundField, **options: Any) -> Markup:
    """One control with its label, hint and error.

    Options: `width` (2, 3, 4, 5, 10, 20), `rows`, `inline`, and for radios and checkboxes
    `hints={value: words}` and `reveals={value: field(form["why"])}`.
    """
    if bound.is_hidden:
        return Markup(str(bound))  # noqa: S704  Django escaped it
    for widget, draw in DRAWERS:
        if isinstance(bound.field.widget, widget):
            return draw(bound, options)
    kind = type(bound.field.widget).__name__
    raise TypeError(f"The form adapter cannot draw {kind}. Add it to DRAWERS in ui/forms.py.")


def _anchor(bound: BoundField) -> str:
    first = f"_{PARTS[0]}" if isinstance(bound.field.widget, DateWidget) else ""
    return f"#{bound.auto_id}{first}"


def error_summary(*checked: forms.BaseForm) -> Markup:
    """What is wrong in these forms, each linked to its control; nothing when all is well."""
    items: list[Params] = []
    for form in checked:
        items += [{"text": str(error)} for error in form.non_field_errors()]
        for name in form.errors:
            if name in form.fields:
                href = _anchor(form[name])
                items += [{"text": text, "href": href} for text in _sentences(form[name])]
    if not items:
        return Markup("")
    return govuk("error-summary", {"titleText": "There is a problem", "errorList": items})

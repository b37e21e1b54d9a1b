"""From the text of a work programme file to next year's outline. Raises BadFile."""

from holdfast.board.workplan.rules.planned import Programme, ProgrammeMeeting, ProgrammeTheme
from holdfast.kernel.actions.reading import Field, open_text

FORM = "holdfast work programme 1"


def read_programme(text: str, *, file: str) -> Programme:
    top = open_text(text, file=file, form=FORM).group(
        must={"form", "title", "year", "source", "items", "themes", "meetings"}, may={"warnings"}
    )
    items = dict(_item(field) for field in top["items"].items())
    themes = {theme.code: theme for theme in map(_theme, top["themes"].items())}
    return Programme(
        title=top["title"].text(most=120),
        year=top["year"].text(most=7),
        source=top["source"].text(most=200),
        warnings=top["warnings"].texts() if "warnings" in top else (),
        meetings=tuple(_meeting(field, items, themes) for field in top["meetings"].items()),
    )


def _item(field: Field) -> tuple[str, str]:
    said = field.group(must={"code", "text"})
    return said["code"].text(most=20), said["text"].text()


def _theme(field: Field) -> ProgrammeTheme:
    said = field.group(must={"code", "stage", "topic", "inputs"})
    return ProgrammeTheme(
        said["code"].text(most=20),
        said["stage"].text(),
        said["topic"].text(),
        said["inputs"].texts(),
    )


def _meeting(
    field: Field, items: dict[str, str], themes: dict[str, ProgrammeTheme]
) -> ProgrammeMeeting:
    said = field.group(must={"month", "body", "items"}, may={"theme"})
    codes = [item.one_of(items, "an item of this file") for item in said["items"].items()]
    theme = said["theme"].one_of(themes, "a theme of this file") if "theme" in said else ""
    return ProgrammeMeeting(
        month=said["month"].dated(),
        body=said["body"].text(most=80),
        items=tuple(items[code] for code in codes),
        theme=themes.get(theme),
    )

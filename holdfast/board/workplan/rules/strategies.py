"""A strategy as its file tells it: areas, commitments, results. Pure."""

from dataclasses import dataclass

from holdfast.kernel.actions.reading import Field, open_text

FORM = "strategy"


@dataclass(frozen=True)
class ToldCommitment:
    area_code: str
    area_name: str
    code: str
    text: str
    results: tuple[str, ...]


@dataclass(frozen=True)
class ToldStrategy:
    code: str
    title: str
    owner: str
    period: str
    draft: bool
    source: str
    commitments: tuple[ToldCommitment, ...]


def read_strategy(text: str, *, file: str) -> ToldStrategy:
    """Read a strategy's file. Raises BadFile with one sentence: file, line, field, value."""
    top = open_text(text, file=file, form=FORM).group(
        must={"form", "code", "title", "owner", "period", "draft", "source", "areas"}
    )
    return ToldStrategy(
        code=top["code"].text(most=20),
        title=top["title"].text(most=120),
        owner=top["owner"].text(most=120),
        period=top["period"].text(most=20),
        draft=top["draft"].flag(),
        source=top["source"].text(most=200),
        commitments=tuple(one for area in top["areas"].items() for one in _commitments(area)),
    )


def _commitments(area: Field) -> list[ToldCommitment]:
    held = area.group(must={"code", "name", "commitments"})
    code, name = held["code"].text(most=10), held["name"].text(most=80)
    found = []
    for one in held["commitments"].items():
        told = one.group(must={"code", "text", "results"})
        found.append(
            ToldCommitment(
                area_code=code,
                area_name=name,
                code=told["code"].text(most=10),
                text=told["text"].text(most=200),
                results=told["results"].texts(most=200),
            )
        )
    return found

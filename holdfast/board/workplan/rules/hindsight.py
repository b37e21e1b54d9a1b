"""Public events that a thread may show as hindsight, apart from what could be known then. Pure."""

from dataclasses import dataclass
from datetime import date

from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.reading import open_text


@dataclass(frozen=True)
class LaterEvent:
    topic: str
    dated: Dated
    text: str
    source: str

    def after(self, on: date) -> bool:
        """Say whether it had certainly not happened by a day."""
        return self.dated.first > on


def read_events(text: str, *, file: str) -> tuple[LaterEvent, ...]:
    """Read a file of public events. Raises BadFile with one sentence."""
    top = open_text(text, file=file, form="public events").group(must={"form", "events"})
    found = []
    for one in top["events"].items():
        told = one.group(must={"topic", "dated", "text", "source"})
        found.append(
            LaterEvent(
                told["topic"].text(most=40),
                told["dated"].dated(),
                told["text"].text(most=300),
                told["source"].text(most=200),
            )
        )
    return tuple(found)

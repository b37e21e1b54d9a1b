"""What somebody says an item is about."""

from dataclasses import dataclass
from typing import Any

from holdfast.engines.meetings.rules.states import Purpose
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed

FIELDS = (
    "title",
    "key",
    "purpose",
    "minutes",
    "presenter",
    "presenter_words",
    "theme",
    "inputs",
    "speaker",
    "why",
)
"""What an agenda item takes over from the forward plan or from the meeting it waited at."""


@dataclass(frozen=True)
class ItemTold:
    """An item in the words of whoever asks for it. `key` is that of a standing item.

    A themed section says its theme, what feeds it, and its expert speaker once that is known.
    """

    title: str
    key: str = ""
    purpose: Purpose = Purpose.ASSURE
    minutes: int = 10
    presenter: Post | None = None
    presenter_words: str = ""
    theme: str = ""
    inputs: tuple[str, ...] = ()
    speaker: str = ""
    why: str = ""

    def kept(self) -> dict[str, Any]:
        """Return it as a row keeps it. Raises NotAllowed where it says nothing."""
        if not self.title.strip():
            raise NotAllowed("Say what the item is about.")
        found = {name: getattr(self, name) for name in FIELDS}
        return found | {"title": self.title.strip(), "inputs": list(self.inputs)}

"""The panel that says whether the log is whole, as far as it was last checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Sum

from holdfast.kernel.access import anchor, chain
from holdfast.kernel.access.chain import Check
from holdfast.kernel.access.models import Seal
from holdfast.kernel.ui.filters import at, number, plural

PROMISE = (
    "If a line were changed, taken out or cut off the end, this would name the first broken link."
)


@dataclass(frozen=True)
class ChainPanel:
    title: str
    symbol: str
    text: str

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "ChainPanel":
        """`kept` is what this sitting's last check found (see `keep`), or nothing."""
        if not kept:
            return cls._unchecked()
        if kept["broken"]:
            text = (
                f"Checked {kept['when']}. {kept['broken']} Tell the partnership's information "
                "lead now, keep the anchor as it is, and change nothing."
            )
            return cls("The log is broken", "octagon", text)
        erased = kept["erased"]
        disposed = f" {plural(erased, 'entry was', 'entries were')} emptied by a disposal."
        sealed = f"{number(kept['entries'])} entries under {plural(kept['seals'], 'seal')}"
        text = (
            f"Checked {kept['when']}: {sealed}, each tied to the one before. "
            f"The last link equals the anchor kept outside this database."
            f"{disposed if erased else ''} {PROMISE}"
        )
        return cls("The log is whole", "tick", text)

    @classmethod
    def _unchecked(cls) -> "ChainPanel":
        last = Seal.objects.order_by("-pk").first()
        waiting = plural(chain.pending(), "entry waits", "entries wait")
        if last is None:
            return cls(
                "Nothing is sealed yet", "quarter", f"{waiting} for the first seal. {PROMISE}"
            )
        total = Seal.objects.aggregate(sum=Sum("entries"))["sum"]
        anchored, _ = anchor.read()
        agrees = anchored.get(last.pk) == last.digest
        said = "equals the anchor" if agrees else "is not the one in the anchor: check now"
        text = (
            f"{number(total)} entries are sealed, the last at {at(last.sealed_at, year=True)}; "
            f"{waiting} for the next seal. The last seal {said}. {PROMISE}"
        )
        return cls("Not checked since you signed in", "quarter" if agrees else "octagon", text)


def keep(check: Check, *, now: datetime) -> dict[str, Any]:
    """Return what the session keeps of a check, to be shown after the redirect."""
    return {
        "when": at(now),
        "entries": check.entries,
        "seals": check.seals,
        "erased": check.erased,
        "broken": check.broken,
    }

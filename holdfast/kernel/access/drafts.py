"""Forms half written: kept for their author alone, taken up again, gone once sent or expired.

Whoever may send a form may keep a draft of it: the door of its page asks. Nobody else reads one,
and when its author leaves the post nobody can.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from holdfast.kernel.access.models import Draft
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding
from holdfast.kernel.records.models import Record
from holdfast.kernel.ui.filters import at

KEPT_FOR = timedelta(days=14)
"""How long a draft is kept (local): over a holiday, and no longer."""

NOT_TYPED = frozenset({"csrfmiddlewaretoken", "keep", "drop"})


@dataclass(frozen=True)
class Keeps:
    """Whose draft, of which form: this person's, in this post, about this record or about none.

    `leaves_out` are beginnings of names that nobody typed, such as a search's buttons and finds.
    """

    holding: Holding
    form: str
    record: Record | None = None
    kept_for: timedelta = KEPT_FOR
    leaves_out: tuple[str, ...] = ()

    def worth(self, typed: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        """Return what somebody typed themselves."""
        return {
            name: list(values)
            for name, values in typed.items()
            if name not in NOT_TYPED and not name.startswith(self.leaves_out)
        }


def held(keeps: Keeps) -> Draft | None:
    """Return what this author keeps of the form. Nobody else's draft can be asked for."""
    mine = Draft.objects.filter(holding=keeps.holding, form=keeps.form, record=keeps.record)
    return mine.filter(expires_at__gt=moment.now()).first()


@transaction.atomic
def keep(keeps: Keeps, typed: Mapping[str, Sequence[str]]) -> Draft:
    """Keep what was typed, in place of an earlier draft. Drafts past their time go, whosever."""
    now = moment.now()
    Draft.objects.filter(expires_at__lte=now).delete()
    draft, _ = Draft.objects.update_or_create(
        holding=keeps.holding,
        form=keeps.form,
        record=keeps.record,
        defaults={
            "typed": keeps.worth(typed),
            "kept_at": now,
            "expires_at": now + keeps.kept_for,
        },
    )
    return draft


@transaction.atomic
def drop(keeps: Keeps) -> None:
    """Throw the author's own draft away: on request, or because the form was sent."""
    Draft.objects.filter(holding=keeps.holding, form=keeps.form, record=keeps.record).delete()


def words(draft: Draft | None) -> str:
    if draft is None:
        return ""
    return f"Draft kept {at(draft.kept_at)}. Only you can read it, until {at(draft.expires_at)}."

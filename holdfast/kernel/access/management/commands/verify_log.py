"""`holdfast verify-log`: say whether the access log is whole, or name the first broken link."""

from typing import Any

from django.core.management.base import BaseCommand

from holdfast.kernel.access import chain
from holdfast.kernel.ui.filters import number, plural


class Command(BaseCommand):
    help = "Check that no entry of the access log was changed, taken out or cut off."

    def handle(self, *args: Any, **options: Any) -> None:
        found = chain.verify()
        if found.broken:
            self.stderr.write(f"The access log is broken. {found.broken}")
            raise SystemExit(1)
        entries = plural(found.entries, "entry", "entries")
        erased = f"{number(found.erased)} of them emptied by disposals"
        seals = plural(found.seals, "seal")
        self.stdout.write(f"The access log is whole: {entries} under {seals}, {erased}.")

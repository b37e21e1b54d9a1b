"""`holdfast seal-log`: the minute's job. It ties new entries together and sweeps old parcels."""

from typing import Any

from django.core.management.base import BaseCommand

from holdfast.kernel.access import chain, parcels
from holdfast.kernel.access.jobs import job_door
from holdfast.kernel.ui.filters import plural


class Command(BaseCommand):
    help = "Tie the access log's new entries to the last seal. Run it every minute."

    def handle(self, *args: Any, **options: Any) -> None:
        seal = chain.seal_pending()
        if seal is None:
            self.stdout.write("Nothing to seal.")
        else:
            entries = plural(seal.entries, "entry", "entries")
            self.stdout.write(f"Sealed {entries} under seal {seal.pk}.")
        if parcels.expired():
            with job_door("seal_log: old files are taken away"):
                parcels.sweep()

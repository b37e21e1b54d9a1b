"""`holdfast import-figures FILE --release ID`: read one published file, or say what is wrong."""

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from holdfast.insight.benchmarking import figures
from holdfast.insight.benchmarking.faults import BadFile
from holdfast.insight.benchmarking.releases import State, UnknownRelease, all_releases, release


class Command(BaseCommand):
    help = "Import a file of published figures. Bad input: one sentence, exit code 2, no change."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--release", required=True, help=", ".join(all_releases()))

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            chosen = release(options["release"])
            folder = Path(settings.VAR_DIR) / "figures"
            counts = figures.import_file(options["file"], chosen, into=folder)
        except (BadFile, UnknownRelease) as why:
            self.stderr.write(str(why))
            sys.exit(2)
        rest = [
            f"{counts.states.get(state, 0):,} {state}"
            for state in State
            if state is not State.NUMBER
            and (counts.states.get(state) or state in {State.SUPPRESSED, State.NOT_RETURNED})
        ]
        self.stdout.write(
            f"{chosen.id} ({chosen.status}): {counts.values:,} values, {', '.join(rest)}, "
            f"for {counts.places} places and years. SHA-256 of the file: {counts.sha256}."
        )

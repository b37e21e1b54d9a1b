"""`holdfast extract-figures FILE --release ID --out DIR`: cut what the product ships."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from holdfast.insight.benchmarking import shipping
from holdfast.insight.benchmarking.faults import BadFile
from holdfast.insight.benchmarking.releases import UnknownRelease, all_releases, release


class Command(BaseCommand):
    help = "Cut London's rows and the needed columns out of an original file, text for text."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--release", required=True, help=", ".join(all_releases()))
        parser.add_argument("--out", type=Path, required=True)
        parser.add_argument("--year", type=int, action="append", default=[])

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            chosen = release(options["release"])
            rows = shipping.extract(
                options["file"], chosen, options["out"], years=tuple(options["year"])
            )
        except (BadFile, UnknownRelease) as why:
            self.stderr.write(str(why))
            sys.exit(2)
        self.stdout.write(f"{chosen.id}: {rows} rows written to {options['out']}.")

"""`holdfast annual-report --year 2012-13 --out DIR`: the report in every format, or nothing."""

import sys
from pathlib import Path
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.management.base import BaseCommand, CommandParser

from holdfast.board.annual_report.documents import library, package
from holdfast.board.annual_report.documents.outline import UnknownYear, outline_of
from holdfast.board.annual_report.documents.shelf import manifest
from holdfast.kernel.access.jobs import job_door
from holdfast.kernel.directory import moment


class Command(BaseCommand):
    help = "Write a year's annual report as HTML, PDF, Word, CSV and JSON. Bad input: exit code 2."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--year", required=True, help="The report's year, such as 2012-13.")
        parser.add_argument("--out", required=True, type=Path, help="The folder to write to.")
        parser.add_argument("--replace", action="store_true", help="Write over the same report.")

    def handle(self, *args: Any, **options: Any) -> None:
        year, replace = options["year"], options["replace"]
        out = Path(options["out"]).absolute()
        try:
            outline_of(year)
            package.check(out, year, replace=replace)
            self.stdout.write(f"Annual report {year}: gathering its figures")
            on = moment.today()
            report = library.newest(year, on=on)
            self.stdout.write(f"{report.edition}")
            with job_door("annual_report", detail=manifest(report, "package")):
                package.write(report, out, on=on, replace=replace, say=self.stdout.write)
        except (UnknownYear, package.InTheWay, ObjectDoesNotExist, *library.CannotShow) as why:
            self.stderr.write(str(why))
            sys.exit(2)
        self.stdout.write(f"Written to {out}")

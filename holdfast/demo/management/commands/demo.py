"""`holdfast demo`: make the demo's database, tell its story, write its report, and serve it."""

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from holdfast.demo import cast, story
from holdfast.demo.story import clock
from holdfast.kernel.access.jobs import job_door
from holdfast.kernel.directory.models import Partnership

YEAR = "2012-13"
REPORT = f"annual-report-{YEAR}.pdf"


class Command(BaseCommand):
    help = "Prepare the demo's database, story and annual report, and serve it on this machine."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--no-serve", action="store_true", help="Prepare everything, then end."
        )
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        self._prepare_database()
        if Partnership.objects.exists():
            self._say("The story has been told already.")
        else:
            story.tell(self._progress)
        clock.begin()
        self._write_report()
        if not settings.DEBUG:
            call_command("collectstatic", verbosity=0, interactive=False)
        self._introduce(options["port"], served=not options["no_serve"])
        if not options["no_serve"]:
            call_command("serve", host="127.0.0.1", port=options["port"])

    def _prepare_database(self) -> None:
        """Bring the database up to date. A real partnership's database is left as it is."""
        there = connection.introspection.table_names()
        table = Partnership._meta.db_table
        if table in there and Partnership.objects.filter(demo=False).exists():
            raise CommandError(
                "This database belongs to a real partnership, so no demo is told in it. "
                "Set DATABASE_URL or HOLDFAST_VAR to another place."
            )
        self._say("Preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)

    def _write_report(self) -> None:
        out = Path(settings.VAR_DIR) / "annual-report"
        if (out / REPORT).exists():
            self._say(f"The annual report is in {out}.")
            return
        with job_door("demo"):
            call_command("annual_report", year=YEAR, out=out, replace=True, stdout=self.stdout)

    def _progress(self, name: str, number: int, of: int) -> None:
        self._say(f"  [{'#' * number}{'.' * (of - number)}] {number} of {of}  {name}")

    def _introduce(self, port: int, *, served: bool) -> None:
        self._say("")
        if served:
            self._say(f"Open http://127.0.0.1:{port}/demo/ and sign in as one of the cast:")
        else:
            self._say("Everything is ready. `holdfast demo` serves it. The cast:")
        for member in cast.CAST:
            self._say(f"  {member.title:38} {member.words}")
        self._say("Published figures are real; people and cases are invented.")
        self._say("")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        sys.stdout.flush()

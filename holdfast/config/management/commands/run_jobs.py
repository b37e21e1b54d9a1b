"""`holdfast run-jobs`: what is due now. The minute's job runs it; a scheduler may run it too."""

from typing import Any

from django.core.management.base import BaseCommand

from holdfast.engines.notices import tasks


class Command(BaseCommand):
    help = "Run the daily jobs that have not run today, and send the notices that wait."

    def handle(self, *args: Any, **options: Any) -> None:
        tasks.run(by=str(options.get("started_by") or "an operator"))
        self.stdout.write("What was due has run.")

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--started-by", default="an operator", help="What started this.")

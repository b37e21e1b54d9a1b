"""`manage.py check_reports`: makes every approved edition again and compares the digests."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.documents import library, rebuilding
from holdfast.board.annual_report.models import Edition
from holdfast.kernel.access.jobs import job_door


class Command(BaseCommand):
    help = "Make every approved annual report again and compare it. A difference: exit code 1."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        editions = Edition.objects.filter(state=rules.APPROVED).for_page().newest_first()
        with job_door("check_reports", detail={"editions": editions.count()}):
            sound = [self._is_sound(each) for each in editions]
        self.stdout.write(f"{sum(sound)} of {len(sound)} approved editions are as approved.")
        if not all(sound):
            sys.exit(1)

    def _is_sound(self, edition: Edition) -> bool:
        self.stdout.write(str(edition))
        try:
            compared = rebuilding.compare(edition)
        except library.CannotShow as why:
            self.stderr.write(f"  {why}")
            return False
        if not compared:
            self.stdout.write("  No digest was kept: it was approved before there were any.")
            return True
        for each in compared:
            self.stdout.write(f"  {each.kind}: {each.words}")
        return all(each.same for each in compared)

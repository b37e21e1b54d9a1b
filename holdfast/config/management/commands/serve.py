from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from holdfast.config import ports, server, starting
from holdfast.kernel.clock.calendars import coverage_alert
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import this_partnership


class Command(BaseCommand):
    help = "Serve Holdfast to browsers until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="Where to listen (this machine).")
        parser.add_argument("--port", default=8000, type=int, help="Port to listen on (8000).")

    def handle(self, *args: Any, **options: Any) -> None:
        with ports.take(options["host"], options["port"]) as taken:
            starting.require_ready()
            partnership = this_partnership()
            place = ports.address(taken)
            self.stdout.write(f"Holdfast for {partnership.name} is at {place}/")
            if partnership.demo:
                self.stdout.write(f"Sign in as one of the cast: {place}/demo/")
            if alert := coverage_alert(moment.today()):
                self.stdout.write(alert)
            self.stdout.write("Stop it with Ctrl+C.")
            self.stdout.flush()
            server.become(taken.fileno(), proxies=settings.PROXIES)

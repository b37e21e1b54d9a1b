from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.core.wsgi import get_wsgi_application
from django.urls import reverse

from holdfast.config import serve, starting
from holdfast.kernel.directory.models import this_partnership


class Command(BaseCommand):
    help = "Serve Holdfast to browsers until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="Where to listen (this machine).")
        parser.add_argument("--port", default=8000, type=int, help="Port to listen on (8000).")

    def handle(self, *args: Any, **options: Any) -> None:
        taken = serve.take(options["host"], options["port"])
        with taken:
            starting.require_ready()
            partnership = this_partnership()
            place = serve.address(taken)
            self.stdout.write(f"Holdfast for {partnership.name} is at {place}/")
            if partnership.demo:
                self.stdout.write(f"Sign in as one of the cast: {place}{reverse('demo:cast')}")
            self.stdout.write("Stop it with Ctrl+C.")
            self.stdout.flush()
            serve.run(get_wsgi_application(), taken, proxies=settings.PROXIES)

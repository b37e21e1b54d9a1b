"""`migrate`, and then every safeguard put back: an altered table loses its triggers on SQLite."""

from typing import Any

from django.core.management.commands import migrate

from holdfast.kernel.access import triggers


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        triggers.install()

"""`holdfast timescales` writes docs/timescales.md from the reviewed data."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from holdfast.kernel.clock.law import BadData
from holdfast.kernel.clock.markdown import as_markdown


class Command(BaseCommand):
    help = "Write the page of timescales from the reviewed data."
    requires_system_checks: list[str] = []  # noqa: RUF012 - Django's own name and shape

    def add_arguments(self, parser: ArgumentParser) -> None:
        default = Path(settings.BASE_DIR) / "docs" / "timescales.md"
        parser.add_argument("--out", type=Path, default=default, help="The file to write.")
        parser.add_argument(
            "--check", action="store_true", help="Write nothing; fail if the file is not current."
        )

    def handle(self, *args: Any, out: Path, check: bool, **options: Any) -> None:
        try:
            made = as_markdown()
        except BadData as fault:
            raise CommandError(str(fault), returncode=2) from None
        if check:
            self._check(out, made)
            return
        part = out.with_name(f"{out.name}.part")
        try:
            part.write_text(made, encoding="utf-8")
            part.replace(out)
        except OSError as fault:
            part.unlink(missing_ok=True)
            raise CommandError(
                f"{out} cannot be written: {fault.strerror}. Choose another place with --out.",
                returncode=2,
            ) from None
        self.stdout.write(f"Wrote {out}")

    def _check(self, out: Path, made: str) -> None:
        if not out.exists() or out.read_text(encoding="utf-8") != made:
            raise CommandError(f"{out} is not current. Run `holdfast timescales`.", returncode=2)
        self.stdout.write(f"{out} is current.")

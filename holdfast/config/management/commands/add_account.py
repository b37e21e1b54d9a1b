from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from holdfast.config.signin import accounts
from holdfast.kernel.access import jobs
from holdfast.kernel.directory import appointments
from holdfast.kernel.directory.appointments import CannotAppoint
from holdfast.kernel.directory.models import this_partnership


class Command(BaseCommand):
    help = "Make an account for a person. It opens nothing until they are appointed to a post."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--person", required=True, help="Their name.")
        parser.add_argument("--email", required=True, help="Their e-mail address.")

    def handle(self, *args: Any, **options: Any) -> None:
        this_partnership()
        email = accounts.read_email(options["email"])
        with jobs.job_door("add-account"):
            try:
                account = appointments.open_account(name=options["person"], email=email)
            except CannotAppoint as why:
                raise CommandError(str(why)) from None
        self.stdout.write(f"{account.number} is made.")
        self.stdout.write(accounts.invitation(account))

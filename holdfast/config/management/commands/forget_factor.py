from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from holdfast.config.signin import accounts
from holdfast.kernel.access import jobs


class Command(BaseCommand):
    help = "Let an account set up its second factor again, when phone and recovery codes are gone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--account", required=True, help="Such as acc-0007.")

    def handle(self, *args: Any, **options: Any) -> None:
        account = accounts.find(options["account"])
        with jobs.job_door("forget-factor", detail={"account": account.number}):
            accounts.forget_factor(account)
        self.stdout.write(
            f"{account.number} is signed out, has no second factor and no password. "
            "Make sure that it is really them before you hand this over."
        )
        self.stdout.write(accounts.invitation(account))

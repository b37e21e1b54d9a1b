from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from holdfast.config.signin import accounts
from holdfast.kernel.access import jobs


class Command(BaseCommand):
    help = "Link an account to somebody's login at their agency, by issuer and subject."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--account", required=True, help="Such as acc-0007.")
        parser.add_argument("--issuer", required=True, help="As HOLDFAST_OIDC_ISSUER spells it.")
        parser.add_argument(
            "--subject", required=True, help="Their `sub` at that issuer; never an e-mail address."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        account = accounts.find(options["account"])
        with jobs.job_door("link-account", detail={"account": account.number}):
            accounts.link(account, issuer=options["issuer"], subject=options["subject"])
        self.stdout.write(
            f"{account.number} signs in through {options['issuer']} from now on, "
            "and no longer with a password."
        )

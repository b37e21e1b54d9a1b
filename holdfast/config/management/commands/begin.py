import re
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from holdfast.config.signin import accounts
from holdfast.kernel.access import log
from holdfast.kernel.directory import appointments
from holdfast.kernel.directory.appointments import CannotAppoint
from holdfast.kernel.directory.models import Account, Area
from holdfast.kernel.directory.words import Role, Sector

AREA_CODE = re.compile(r"[EWSN][0-9]{8}")


class Command(BaseCommand):
    help = "Begin a real installation: the database, the partnership, its first account."

    def add_arguments(self, parser: ArgumentParser) -> None:
        for flag, words in {
            "--name": "The partnership's name.",
            "--short-name": "Its short name, such as SSCB.",
            "--area-code": "ONS code of its area, such as E09000028.",
            "--area-name": "Name of its area.",
            "--person": "Who is the first to sign in: their name.",
            "--email": "Their e-mail address.",
        }.items():
            parser.add_argument(flag, required=True, help=words)
        parser.add_argument("--dfe-code", default="", help="DfE code of the area, such as 210.")
        parser.add_argument("--post", default="Records guardian", help="Their post.")
        parser.add_argument(
            "--role", default=Role.RECORDS_GUARDIAN, choices=[r.value for r in Role]
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not AREA_CODE.fullmatch(options["area_code"]):
            raise CommandError(
                f"{options['area_code']} is not an ONS area code; one looks like E09000028."
            )
        email = accounts.read_email(options["email"])
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        try:
            account = _found(options, email)
        except CannotAppoint as why:
            raise CommandError(str(why)) from None
        log.write(
            log.Line(what="job", page="begin", let_in=True, via="operator: begin", account=account)
        )
        self.stdout.write(f"{options['name']} has begun. {account.number} is its first account.")
        self.stdout.write(accounts.invitation(account))


@transaction.atomic
def _found(options: dict[str, Any], email: str) -> Account:
    if Area.objects.exists():
        raise CannotAppoint("This database has its partnership already.")
    area = appointments.name_area(
        code=options["area_code"], name=options["area_name"], dfe_code=options["dfe_code"]
    )
    appointments.found_partnership(
        name=options["name"], short_name=options["short_name"], area=area
    )
    agency = appointments.name_agency(name=options["name"], sector=Sector.BOARD, area=area)
    post = appointments.make_post(title=options["post"], agency=agency, role=Role(options["role"]))
    account = appointments.open_account(name=options["person"], email=email)
    appointments.appoint(account.person, post)
    return account

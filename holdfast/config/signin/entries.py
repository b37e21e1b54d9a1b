"""Signing in, failing to and signing out are in the access log, by account number.

What was typed is never written down: not the e-mail address, not the password, not the code.
"""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.core import context
from django.http import HttpRequest

from holdfast.kernel.access import log
from holdfast.kernel.directory.models import Account

SPELT = {
    "password": "password",
    "mfa": "code",
    "socialaccount": "agency's login",
}
"""How the log names allauth's methods."""


def note(account: Any, right: str, *, let_in: bool = True) -> None:
    """Write one line and commit it. An account that nobody has is written as no account."""
    match = context.request.resolver_match if context.request else None
    log.write(
        log.Line(
            what="sign_in",
            page=match.view_name if match else "",
            let_in=let_in,
            right=right,
            account=account if isinstance(account, Account) else None,
        )
    )


def how(request: HttpRequest, account: Any) -> str:
    """Say by what somebody has just signed in: `password, code`."""
    records = get_authentication_records(request, account)
    return ", ".join(SPELT.get(one["method"], one["method"]) for one in records)


def whose(email: str) -> Account | None:
    """Return the account that somebody tried, for its number alone."""
    return Account.objects.filter(email__iexact=email.strip()).first() if email else None

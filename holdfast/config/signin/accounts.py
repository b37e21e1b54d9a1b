"""What an operator does to an account at the console. Each command writes its entry first."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from holdfast.config import openid
from holdfast.kernel.directory.models import Account


def read_email(typed: str) -> str:
    """Return an e-mail address as accounts keep it, or refuse it."""
    email = typed.strip().lower()
    try:
        validate_email(email)
    except ValidationError:
        raise CommandError("--email is not an e-mail address.") from None
    return email


def find(number: str) -> Account:
    """Return an account by its number, such as acc-0007."""
    digits = number.strip().lower().removeprefix("acc-")
    found = Account.objects.filter(pk=int(digits)).first() if digits.isdecimal() else None
    if found is None:
        raise CommandError(f"There is no account {number}. Numbers look like acc-0007.")
    return found


def invitation(account: Account) -> str:
    """Return how somebody comes to a password: a link that works once."""
    key = f"{user_pk_to_url_str(account)}-{default_token_generator.make_token(account)}"
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
    link = settings.ADDRESS + path.replace("UID-KEY", key)
    days = settings.PASSWORD_RESET_TIMEOUT // 86_400
    return f"Give them this link by hand. It sets a password, once, within {days} days:\n{link}"


@transaction.atomic
def link(account: Account, *, issuer: str, subject: str) -> None:
    """Let an account in by issuer and subject, and take away its password."""
    if issuer != settings.OIDC_ISSUER:
        raise CommandError(
            f"{issuer} is not the configured issuer. HOLDFAST_OIDC_ISSUER is "
            f"{settings.OIDC_ISSUER or 'not set'}; the two must be spelt alike."
        )
    provider = openid.provider_id(issuer)
    if SocialAccount.objects.filter(provider=provider, uid=subject).exists():
        raise CommandError("That subject is linked to an account already.")
    linked = SocialAccount(user=account, provider=provider, uid=subject)
    linked.full_clean(exclude=["extra_data"])
    linked.save(force_insert=True)
    _take_password(account)


@transaction.atomic
def forget_factor(account: Account) -> None:
    """Take away the second factor and the password, which also ends every session."""
    for factor in Authenticator.objects.filter(user=account.pk):
        factor.delete()
    _take_password(account)


def _take_password(account: Account) -> None:
    account.set_unusable_password()
    account.save(update_fields=["password"])

"""What allauth asks us: nobody signs up, all is written down, no issuer vouches for mail.

allauth calls these methods from its own flows; there are no signals of ours.
"""

import base64
import logging
import time
from smtplib import SMTPException
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from holdfast.config.signin import entries
from holdfast.kernel.directory.models import Account, Partnership
from holdfast.kernel.ui.render import render

LOGGER = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is not followed
    """Passwords: closed to strangers, in the access log, with mails that name nobody."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing in a cookie: allauth's messages greet people by name."""

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            tried = entries.whose(credentials.get("email", ""))
            entries.note(tried, "too many tries", let_in=False)
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        tried = entries.whose(credentials.get("email", ""))
        entries.note(tried, "wrong password", let_in=False)

    def respond_user_inactive(self, request: HttpRequest, user: Account) -> Any:
        entries.note(user, "account closed", let_in=False)
        return super().respond_user_inactive(request, user)

    def login(self, request: HttpRequest, user: Account) -> None:
        entries.note(user, entries.how(request, user))
        super().login(request, user)

    def logout(self, request: HttpRequest) -> None:
        entries.note(request.user, "signed out")
        super().logout(request)

    def set_password(self, user: Account, password: str) -> None:
        entries.note(user, "password set")
        super().set_password(user, password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return str(settings.LOGIN_REDIRECT_URL)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Nobody types a password twice within five minutes of signing in with it."""
        request = context.request
        records = get_authentication_records(request, request.user)
        since = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
        fresh = any(one["at"] > since for one in records)
        return not fresh and bool(super().is_reauthentication_required(app=app, **kwargs))

    def send_password_reset_mail(self, user: Account, email: str, kept: dict[str, Any]) -> None:
        """Whoever signs in through their agency has no second way in."""
        if not SocialAccount.objects.filter(user=user.pk).exists():
            super().send_password_reset_mail(user, email, kept)

    def send_mail(self, template_prefix: str, email: str, kept: dict[str, Any]) -> None:
        """Draw the mail now and post it when the answer has been sent (see `frames`)."""
        message = self.render_mail(template_prefix, email, {**kept, "address": settings.ADDRESS})
        context.request.outgoing.append(lambda: _post(message))


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second factor: its secret encrypted at rest, its label without a name."""

    def get_totp_label(self, user: Account) -> str:
        return user.number

    def get_totp_issuer(self) -> str:
        partnership = Partnership.objects.filter(pk=1).first()
        return f"Holdfast {partnership.short_name}" if partnership else "Holdfast"

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()


class AgencyLoginAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """OpenID Connect: an account is found by issuer and subject, or it is not found."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Only an operator links an account (`holdfast link-account`)."""
        known = sociallogin.is_existing and sociallogin.state.get("process") == "login"
        if not known:
            entries.note(None, "subject not linked", let_in=False)
            raise ImmediateHttpResponse(render(request, "signin/unknown.html", status=403))


def _box() -> MultiFernet:
    """Keys derived from the secret key and the ones before it; the newest encrypts."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(secret)) for secret in secrets])


def _derived(secret: str) -> bytes:
    made = salted_hmac("holdfast.second-factor", "key", secret=secret, algorithm="sha256")
    return base64.urlsafe_b64encode(made.digest())


def _post(message: EmailMessage) -> None:
    """Post a mail. That it failed is for the operator, not for whoever asked for it."""
    try:
        message.send()
    except (OSError, SMTPException):
        LOGGER.exception("A mail about signing in could not be posted.")

"""allauth's forms in Holdfast's words: labels, no placeholders, errors that say what to do."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as factor
from allauth.mfa.totp import forms as totp
from django.core.exceptions import ValidationError

from holdfast.config.signin import entries

WORDS = {
    "login": ("E-mail address", "", "Type the e-mail address that your account was made with."),
    "email": ("E-mail address", "", "Type the e-mail address that your account was made with."),
    "password": ("Password", "", "Type your password."),
    "oldpassword": ("The password you have now", "", "Type the password you have now."),
    "password1": (
        "New password",
        "At least 12 characters. Three words that do not belong together are good.",
        "Type a new password.",
    ),
    "password2": ("The new password again", "", "Type the new password again."),
    "code": (
        "Code",
        "Six digits from your authenticator app, or one of your recovery codes.",
        "Type the code.",
    ),
}
"""Label, hint and what to say when nothing was typed, by the field's name."""


class Worded:
    """Give a form of allauth's our words."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            label, hint, missing = WORDS[name]
            field.label, field.help_text = label, hint
            field.error_messages["required"] = missing
            field.widget.attrs.pop("placeholder", None)


class LoginForm(Worded, account.LoginForm):  # type: ignore[misc]  # allauth is not followed
    pass


class ReauthenticateForm(Worded, account.ReauthenticateForm):  # type: ignore[misc]
    pass


class ChangePasswordForm(Worded, account.ChangePasswordForm):  # type: ignore[misc]
    pass


class ResetPasswordForm(Worded, account.ResetPasswordForm):  # type: ignore[misc]
    pass


class ResetPasswordKeyForm(Worded, account.ResetPasswordKeyForm):  # type: ignore[misc]
    pass


class WrittenDown:
    """A wrong code is in the access log, under the account that the password was right for."""

    user: Any

    def clean_code(self) -> str:
        try:
            return str(super().clean_code())  # type: ignore[misc]
        except ValidationError:
            entries.note(self.user, "wrong code", let_in=False)
            raise


class CodeForm(WrittenDown, Worded, factor.AuthenticateForm):  # type: ignore[misc]
    pass


class CodeAgainForm(WrittenDown, Worded, factor.ReauthenticateForm):  # type: ignore[misc]
    pass


class FirstCodeForm(Worded, totp.ActivateTOTPForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = "The six digits that the app shows now."

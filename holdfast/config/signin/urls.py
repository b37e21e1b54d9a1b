"""The pages before the door. What allauth could also offer, such as sign-up, is not here."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.socialaccount import views as social
from django.urls import path, re_path

from holdfast.config.signin import agency_login, views
from holdfast.config.signin.frames import before_the_door as page

RESET_KEY = r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"

urlpatterns = [
    path("login/", page(views.login), name="account_login"),
    path("logout/", page(account.logout), name="account_logout"),
    path("closed/", page(account.account_inactive), name="account_inactive"),
    path("reauthenticate/", page(account.reauthenticate), name="account_reauthenticate"),
    path("password/change/", page(account.password_change), name="account_change_password"),
    path("password/reset/", page(account.password_reset), name="account_reset_password"),
    path(
        "password/reset/done/",
        page(account.password_reset_done),
        name="account_reset_password_done",
    ),
    re_path(
        RESET_KEY, page(account.password_reset_from_key), name="account_reset_password_from_key"
    ),
    path(
        "password/reset/key/done/",
        page(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("factor/", page(views.ActivateView.as_view()), name="mfa_activate_totp"),
    path("factor/code/", page(factor.authenticate), name="mfa_authenticate"),
    path("factor/code/again/", page(factor.reauthenticate), name="mfa_reauthenticate"),
    path("factor/recovery/", page(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "factor/recovery/new/",
        page(recovery.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("agency/cancelled/", page(social.login_cancelled), name="socialaccount_login_cancelled"),
    path("agency/<slug:provider_id>/", page(agency_login.login), name="openid_connect_login"),
    path(
        "agency/<slug:provider_id>/callback/",
        page(agency_login.callback),
        name="openid_connect_callback",
    ),
]

"""One settings file; every value that differs between places is read from the environment here."""

from datetime import date

import environ
from csp.constants import NONCE, NONE, SELF

from holdfast.config import installation, logs, openid

BASE_DIR = installation.ROOT
env = environ.FileAwareEnv()

VAR_DIR = installation.var_dir()
"""Everything this installation writes: the embedded database, the anchor, reports."""

_key = installation.given_key()
SECRET_KEY = _key or installation.demo_key()
"""There is no default key: `holdfast` refuses to start without one (the demo makes its own)."""

SECRET_KEY_FALLBACKS = env.list("HOLDFAST_SECRET_KEY_FALLBACKS", default=[])
SECRET_KEY_IS_THE_DEMOS = not _key and bool(SECRET_KEY)
"""The key that a demo made is good for a demo-stamped database alone: see `starting`."""

DEBUG = False
ALLOWED_HOSTS = env.list("HOLDFAST_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
HTTPS = env.bool("HOLDFAST_HTTPS", default=False)
ADDRESS = env.str("HOLDFAST_ADDRESS", default="http://127.0.0.1:8000").rstrip("/")
"""Where people find this installation; printed by commands that make a link."""

PROXIES = env.int("HOLDFAST_PROXIES", default=0)
"""How many proxies of ours stand in front. With none, no forwarded header is believed."""

DATABASES = {
    "default": env.db_url(
        "DATABASE_URL",
        default=f"sqlite:///{VAR_DIR / 'holdfast.sqlite3'}",
    )
}
_database = DATABASES["default"]
_vendor = _database["ENGINE"].rsplit(".", 1)[-1]
_database["ENGINE"] = f"holdfast.kernel.access.backends.{_vendor}"
if _vendor == "sqlite3":
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
else:
    _database["CONN_MAX_AGE"] = 60

KERNEL = ["ui", "directory", "records", "access", "clock", "actions"]
PRACTICE = [
    "children",
    "front_door",
    "allegations",
    "assessments",
    "early_help",
    "enquiries",
    "private_fostering",
    "journey",
]
INSIGHT = ["benchmarking", "indicators"]
ENGINES = ["notices", "asks", "copies", "meetings", "standards"]
BOARD = [
    "partnership",
    "voice",
    "workplan",
    "section11",
    "local_data",
    "scrutiny",
    "annual_report",
    "desk",
]

INSTALLED_APPS = [
    "holdfast.config",
    *[f"holdfast.kernel.{room}" for room in KERNEL],
    *[f"holdfast.engines.{room}" for room in ENGINES],
    *[f"holdfast.practice.{room}" for room in PRACTICE],
    *[f"holdfast.insight.{room}" for room in INSIGHT],
    *[f"holdfast.board.{room}" for room in BOARD],
    "holdfast.demo",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "holdfast.config.statics.Statics",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "holdfast.config.urls"
WSGI_APPLICATION = "holdfast.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "holdfast.kernel.ui.environment.environment",
            "context_processors": ["holdfast.config.signin.frames.framed"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

AUTH_USER_MODEL = "directory.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "holdfast.config.signin.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "holdfast.config.signin.forms.LoginForm",
    "reauthenticate": "holdfast.config.signin.forms.ReauthenticateForm",
    "change_password": "holdfast.config.signin.forms.ChangePasswordForm",
    "reset_password": "holdfast.config.signin.forms.ResetPasswordForm",
    "reset_password_from_key": "holdfast.config.signin.forms.ResetPasswordKeyForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Holdfast: "
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
MFA_ADAPTER = "holdfast.config.signin.adapters.FactorAdapter"
MFA_FORMS = {
    "authenticate": "holdfast.config.signin.forms.CodeForm",
    "reauthenticate": "holdfast.config.signin.forms.CodeAgainForm",
    "activate_totp": "holdfast.config.signin.forms.FirstCodeForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True

OIDC_ISSUER = env.str("HOLDFAST_OIDC_ISSUER", default="")
SOCIALACCOUNT_PROVIDERS = openid.providers(
    name=env.str("HOLDFAST_OIDC_NAME", default="your agency's login"),
    client_id=env.str("HOLDFAST_OIDC_CLIENT_ID", default=""),
    secret=env.str("HOLDFAST_OIDC_CLIENT_SECRET", default=""),
    issuer=OIDC_ISSUER,
)
SOCIALACCOUNT_ADAPTER = "holdfast.config.signin.adapters.AgencyLoginAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_STORE_TOKENS = False

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "rate_limits",
    }
}

SESSION_COOKIE_AGE = 60 * 60 * 10
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "holdfast.kernel.ui.errors.csrf_failure"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static"
STATICFILES_DIRS = [d for d in [BASE_DIR / "assets"] if d.exists()]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

WHITENOISE_USE_FINDERS = True

if env.str("EMAIL_URL", default=""):
    vars().update(env.email_url("EMAIL_URL"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("HOLDFAST_MAIL_FROM", default="holdfast@localhost")
EMAIL_TIMEOUT = 20

LOGGING = logs.LOGGING

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_single = env.str("HOLDFAST_SINGLE_ASSESSMENT_FROM", default="")
SINGLE_ASSESSMENT_FROM = date.fromisoformat(_single) if _single else None
"""The day this authority went over to the single assessment, if later than 15 April 2013."""

ANCHOR = env.str("HOLDFAST_ANCHOR", default=str(VAR_DIR / "access-log.anchor"))
"""Where the last link of the access log is kept: best where this machine cannot rewrite it."""

LEDGER_KEY = env.str("HOLDFAST_LEDGER_KEY", default="") or SECRET_KEY
"""Key of the digests in the write ledger."""

"""Django's settings, from the environment. Everything is safe unless said otherwise; README.md lists each setting."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from goldenthread.errors import UserError
from goldenthread.web.secret_key import kept_key

HOME = Path(os.environ.get("GOLDENTHREAD_HOME", "goldenthread-data")).resolve()
"""The folder of the database, the attachments and the secret key."""

DATABASE = os.environ.get("GOLDENTHREAD_DATABASE", "")
"""A postgresql:// URL; without it, SQLite in HOME."""

AUTHORITY = os.environ.get("GOLDENTHREAD_AUTHORITY", "This authority")
RECORDING_SINCE = os.environ.get("GOLDENTHREAD_RECORDING_SINCE", "")
"""The day from which everything is recorded here (2026-04-01): from then on what is not on the record was not done."""

STANDARDS = os.environ.get("GOLDENTHREAD_STANDARDS", "")
"""The authority's settings file (TOML): its own limits, what speaks, and the ladder. Empty: as shipped."""

JUDGE_AT_ONCE = True
"""Whoever something was saved of is judged before the next page is shown; without it they wait for the night."""

DEMO = os.environ.get("GOLDENTHREAD_DEMO") == "yes"
"""An invented authority with a page to choose an account from. `serve` refuses to start with it on."""

os.umask(0o077)  # whatever is written (database, attachments, backups) is its owner's alone

DEBUG = False
SECRET_KEY = os.environ.get("GOLDENTHREAD_SECRET_KEY", "") or kept_key(HOME)
ALLOWED_HOSTS = [host for host in os.environ.get("GOLDENTHREAD_HOSTS", "localhost,127.0.0.1").split(",") if host]
ADDRESS = os.environ.get("GOLDENTHREAD_ADDRESS", "")
"""Where people reach it, such as https://record.example.org: for the links that are sent to them."""
IS_SECURE = os.environ.get("GOLDENTHREAD_HTTPS", "yes") != "no" and not DEMO
"""Behind TLS, as it must be anywhere but on one's own machine."""


def _database(url: str) -> dict:
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(HOME / "record.sqlite"),
            "OPTIONS": {
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise UserError("GOLDENTHREAD_DATABASE is a postgresql:// URL, or empty for SQLite.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }


DATABASES = {"default": _database(DATABASE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "goldenthread.workforce",
    "goldenthread.record",
    "goldenthread.oversight",
    "goldenthread.web",
]

MIDDLEWARE = [
    "goldenthread.web.logs.Log",
    "django.middleware.security.SecurityMiddleware",
    "goldenthread.web.middleware.Policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "goldenthread.web.locking_middleware.Locking",
    "goldenthread.web.middleware.Refusals",
    "goldenthread.web.fresh.Fresh",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {"environment": "goldenthread.web.templating.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "sign_in_templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

ROOT_URLCONF = "goldenthread.web.urls"
WSGI_APPLICATION = "goldenthread.web.wsgi.application"
AUTH_USER_MODEL = "workforce.Worker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
PASSWORD_RESET_TIMEOUT = 24 * 3600

ACCOUNT_ADAPTER = "goldenthread.web.signing_in.Accounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Golden Thread: "
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/10m/key",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "reset_password": "20/m/ip,5/h/key",
    "reset_password_from_key": "20/m/ip",
}
SECOND_FACTOR_REQUIRED = not DEMO
"""Whether who signs in with a password is led to set up a second factor before anything else."""
MFA_ADAPTER = "goldenthread.web.signing_in.SecondFactor"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = f"Golden Thread, {AUTHORITY}"
MFA_ALLOW_UNVERIFIED_EMAIL = True

OIDC_ISSUER = os.environ.get("GOLDENTHREAD_OIDC_ISSUER", "")
"""Single sign-on: the issuer's address; its e-mail addresses are taken as they come."""
SOCIALACCOUNT_ADAPTER = "goldenthread.web.signing_in.SingleSignOn"
SOCIALACCOUNT_LOGIN_ON_GET = True  # a form's post may not be sent on to another place (content security policy)
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": []}}
if OIDC_ISSUER:
    SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"].append({
        "provider_id": "council",
        "name": os.environ.get("GOLDENTHREAD_OIDC_NAME", AUTHORITY),
        "client_id": os.environ.get("GOLDENTHREAD_OIDC_CLIENT_ID", ""),
        "secret": os.environ.get("GOLDENTHREAD_OIDC_CLIENT_SECRET", ""),
        "settings": {"server_url": OIDC_ISSUER},
    })  # fmt: skip

LOCK_AFTER = None if DEMO else 60 * int(os.environ.get("GOLDENTHREAD_LOCK_MINUTES", "15"))
"""Seconds without a request after which a session is locked; None: never."""
END_AFTER = 12 * 3600
"""Seconds after which a session ends, whatever is done in it."""

_EMAIL = urlsplit(os.environ.get("GOLDENTHREAD_EMAIL", ""))
"""smtp://user:password@host:port or smtps://…; without it no e-mail is sent."""
HAS_EMAIL = bool(_EMAIL.hostname)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if HAS_EMAIL else 'dummy'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = _EMAIL.hostname or "", _EMAIL.port or 587
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_EMAIL.username or ""), unquote(_EMAIL.password or "")
EMAIL_USE_SSL, EMAIL_USE_TLS = _EMAIL.scheme == "smtps", _EMAIL.scheme == "smtp"
DEFAULT_FROM_EMAIL = os.environ.get("GOLDENTHREAD_EMAIL_FROM", "golden-thread@localhost")

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = HOME / "attachments"
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

CACHES = {
    "default": {
        "BACKEND": f"django.core.cache.backends.{'db.DatabaseCache' if DATABASE else 'filebased.FileBasedCache'}",
        "LOCATION": "counted" if DATABASE else str(HOME / "counted"),
    }
}
"""Only what the rate limits count: seen by every process."""

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 7 * 24 * 3600  # longer than a session lasts: what its worker sends after its end is kept for them
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "goldenthread.web.faults.page_too_old"
SECURE_SSL_REDIRECT = IS_SECURE
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("GOLDENTHREAD_BEHIND_PROXY") == "yes" else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if SECURE_PROXY_SSL_HEADER else 0
SECURE_HSTS_SECONDS = 31536000 if IS_SECURE else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"bare": {"()": "goldenthread.web.logs.WithoutValues"}},
    "handlers": {"bare": {"class": "logging.StreamHandler", "formatter": "bare"}},
    "root": {"handlers": ["bare"], "level": "WARNING"},
    "loggers": {
        "goldenthread": {"level": "INFO"},
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.server": {"handlers": [], "propagate": False},
    },
}
"""No names, no query strings, no bodies: web/logs.py says what a line may hold."""

"""Settings of an installation; every outside value comes from `NETRA_*` variables.

What each variable means stands in docs/settings.md; a test compares the two.
"""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from netra.site import env

PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = PACKAGE.parent.parent
DATA_DIR = env.folder(
    "NETRA_DATA_DIR",
    default=(_CHECKOUT if (_CHECKOUT / "pyproject.toml").exists() else Path()) / "var",
)
env.read_file(DATA_DIR / "netra.env")

DEBUG = env.flag("NETRA_DEBUG", default=False)
DEMO = env.flag("NETRA_DEMO", default=False)
SECRET_KEY = env.secret("NETRA_SECRET_KEY")
IDENTITY_KEY = env.secret("NETRA_IDENTITY_KEY")
RECEIPT_KEY = env.secret("NETRA_RECEIPT_KEY", optional=True)
RECEIPT_OLD_KEYS = env.words("NETRA_RECEIPT_OLD_KEYS", default="")
ALLOWED_HOSTS = env.words("NETRA_HOSTS", default="127.0.0.1,localhost")
PUBLIC_URL = env.text("NETRA_PUBLIC_URL", default="http://127.0.0.1:8000").rstrip("/")
HTTPS = PUBLIC_URL.startswith("https://")
REQUIRE_TOTP = env.flag("NETRA_REQUIRE_TOTP", default=False)
UPLOAD_LIMIT_BYTES = env.number("NETRA_UPLOAD_LIMIT_MB", default=50, least=1) * 2**20
RESUMABLE_LIMIT_BYTES = (
    env.number("NETRA_RESUMABLE_LIMIT_MB", default=500, least=1) * 2**20
)
UPLOADS_PER_REPORT = env.number("NETRA_UPLOADS_PER_REPORT", default=10, least=1)
RATE_LIMITS = env.flag("NETRA_RATE_LIMITS", default=True)
PUZZLE_WORK = env.number("NETRA_PUZZLE_WORK", default=500, least=1)
EVIDENCE_DIR = DATA_DIR / "evidence"
PAPERS_DIR = DATA_DIR / "papers"
LAW_DIR = env.text("NETRA_LAW_DIR", default="")
DRAFT_DAYS = env.number("NETRA_DRAFT_DAYS", default=30, least=1)

INSTALLED_APPS = [
    "netra.records.regions",
    "netra.records.ledger",
    "netra.records.jobs",
    "netra.records.accounts",
    "netra.records.custody",
    "netra.records.law",
    "netra.records.contests",
    "netra.records.evidence",
    "netra.records.reports",
    "netra.records.observations",
    "netra.records.cases",
    "netra.records.parties",
    "netra.records.proof",
    "netra.records.clarifications",
    "netra.records.turns",
    "netra.records.referrals",
    "netra.records.notices",
    "netra.records.documents",
    "netra.records.packs",
    "netra.records.correspondence",
    "netra.records.closing",
    "netra.records.information",
    "netra.web",
    "netra.cli",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "django_q",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "netra.web.anonymous.AnonymousWayMiddleware",
    "netra.web.middleware.LightPagesMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "netra.web.middleware.RequestLogMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "netra.web.middleware.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "netra.web.session_end.TypedTextMiddleware",
    "netra.web.middleware.ActorMiddleware",
    "netra.web.desk.concealing.ClearedNamesMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "netra.site.urls"
WSGI_APPLICATION = "netra.site.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["netra.web.templatetags.netra"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "netra.web.context.page",
            ],
        },
    },
]

# Storage ---------------------------------------------------------------------------

_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA_DIR / "netra.sqlite3",
    "OPTIONS": {
        "timeout": 20,  # SQLite is unfair between writers
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        ),
    },
}
_POSTGRESQL = {
    "ENGINE": "django.db.backends.postgresql",
    "NAME": env.text("NETRA_DB_NAME", default="netra"),
    "USER": env.text("NETRA_DB_USER", default="netra"),
    "PASSWORD": env.text("NETRA_DB_PASSWORD", default=""),
    "HOST": env.text("NETRA_DB_HOST", default="127.0.0.1"),
    "PORT": env.number("NETRA_DB_PORT", default=5432, least=1),
    "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}}
    if env.flag("NETRA_DB_POOL", default=True)
    else {},
}
DATABASE_KIND = env.text("NETRA_DATABASE", default="sqlite")
if DATABASE_KIND not in {"sqlite", "postgresql"}:
    raise env.SettingError("NETRA_DATABASE must be sqlite or postgresql")
DATABASES = {"default": _SQLITE if DATABASE_KIND == "sqlite" else _POSTGRESQL}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "netra_cache",
        "KEY_FUNCTION": "netra.web.limits.hashed_key",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # a flood must not push counts out
    },
    "used": {
        "BACKEND": "netra.web.whole_hours.WholeDayCache",
        "LOCATION": "netra_used_puzzles",
        "KEY_FUNCTION": "netra.web.limits.hashed_key",
        "OPTIONS": {"MAX_ENTRIES": 500_000},  # of two days
    },
}
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if env.flag("NETRA_STATIC_MANIFEST", default=False)
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = DATA_DIR / "media"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2**20
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "netra.web.portal.uploads.LimitedFileHandler",  # nothing beyond the limit is kept
]

# Sign-in ---------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_ADAPTER = "netra.web.sign_in.ClosedSignupAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_RATE_LIMITS: dict[str, str] | bool = {} if RATE_LIMITS else False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ADAPTER = "netra.web.sign_in.SealedMfaAdapter"
MFA_TOTP_ISSUER = "Netra"
AXES_FAILURE_LIMIT = env.number("NETRA_LOCKOUT_AFTER", default=5, least=3)
AXES_COOLOFF_TIME = env.number("NETRA_LOCKOUT_HOURS", default=1, least=1)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # allauth slows down by name
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_HTTP_RESPONSE_CODE = 429
AXES_DISABLE_ACCESS_LOG = True
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["username", "login", "ip_address"]
AXES_USERNAME_CALLABLE = "netra.web.sign_in.typed_username"
AXES_CLIENT_IP_CALLABLE = "netra.web.limits.client_address"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "netra.web.portal.failures.csrf_failed"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = HTTPS

# Headers ---------------------------------------------------------------------------

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
BEHIND_PROXY = env.flag("NETRA_BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

# Language, time, work, logs ----------------------------------------------------------

LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Bahasa Indonesia")), ("en", _("Inggris"))]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"
SILENCED_SYSTEM_CHECKS = ["account.W001"]

Q_CLUSTER = {
    "name": "netra",
    "orm": "default",
    "workers": 1,
    "timeout": 300,
    "retry": 600,  # must exceed every job, or a running one is taken twice
    "poll": 1,
    "max_attempts": 5,
    "catch_up": False,
    "save_limit": 500,
    "label": "Netra",
}

# E-mail: only to reporters who asked for it; off until a server is named --------------

EMAIL_HOST = env.text("NETRA_MAIL_HOST", default="")
EMAIL_PORT = env.number("NETRA_MAIL_PORT", default=587, least=1)
EMAIL_HOST_USER = env.text("NETRA_MAIL_USER", default="")
EMAIL_HOST_PASSWORD = env.text("NETRA_MAIL_PASSWORD", default="")
DEFAULT_FROM_EMAIL = env.text("NETRA_MAIL_FROM", default="")
_MAIL_SECURITY = env.text("NETRA_MAIL_SECURITY", default="starttls")
if _MAIL_SECURITY not in {"starttls", "tls", "none"}:
    raise env.SettingError("NETRA_MAIL_SECURITY must be starttls, tls or none")
if EMAIL_HOST and "@" not in DEFAULT_FROM_EMAIL:
    raise env.SettingError("NETRA_MAIL_FROM must be an address: NETRA_MAIL_HOST is set")
EMAIL_USE_TLS = _MAIL_SECURITY == "starttls"
EMAIL_USE_SSL = _MAIL_SECURITY == "tls"
EMAIL_TIMEOUT = 10
MAIL_IS_ON = bool(EMAIL_HOST)
EMAIL_BACKEND = (
    f"django.core.mail.backends.{'smtp' if MAIL_IS_ON else 'dummy'}.EmailBackend"
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "netra.records.jobs.logs.JsonFormatter"}},
    "filters": {"quiet": {"()": "netra.web.quiet_logs.QuietFilter"}},
    "handlers": {
        "out": {
            "class": "logging.StreamHandler",
            "formatter": "json",
            "filters": ["quiet"],
        }
    },
    "root": {
        "handlers": ["out"],
        "level": env.text("NETRA_LOG_LEVEL", default="INFO").upper(),
    },
    "loggers": {
        # Django's own lines carry paths with query strings and forms; ours do not.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
        "axes": {"level": "WARNING"},
        "weasyprint": {"level": "ERROR"},
        "fontTools": {"level": "WARNING"},
    },
}

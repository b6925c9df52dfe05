"""Settings that the demonstration, production and the tests share."""

import os
from datetime import timedelta

from csp.constants import NONCE, SELF

from sufficiency.web.config import environment, sign_in

HOME = environment.home(os.environ)
DATABASES = {"default": environment.database(os.environ, home=HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DEBUG = False
DEMO = False  # one-click sign-in as made-up people: on one's own machine only

INSTALLED_APPS = [
    # In the order of the header: an app's sections stand where the app stands in this list.
    "sufficiency.web.performance",
    "sufficiency.web.forecasting",
    "sufficiency.web.returns",
    "sufficiency.web.placements",
    "sufficiency.web.homes",
    "sufficiency.web.commissioning",
    "sufficiency.web.children",
    "sufficiency.web.corporate_parenting",
    "sufficiency.web.strategy",
    "sufficiency.web.evidence",
    "sufficiency.web.governance",
    "sufficiency.web.runs",
    "sufficiency.web.people",
    "sufficiency.web.audit",
    "sufficiency.web.ui",
    "sufficiency.web.access",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "sufficiency.web.returns.limits.RequestSizes",  # before anything reads a form
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "sufficiency.web.access.limits.SessionLimits",
    "sufficiency.web.access.acting.ActorMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "sufficiency.web.config.urls"
WSGI_APPLICATION = "sufficiency.web.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sufficiency.web.ui.surroundings.surroundings",
            ],
            "builtins": [
                "django.templatetags.static",
                "sufficiency.web.ui.templatetags.components",
                "sufficiency.web.ui.templatetags.wording",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = HOME / "uploads"  # never served: files go out through a view that asks who wants them

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

# --- Who people are ------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "ui:today"
LOGOUT_REDIRECT_URL = "account_login"

ACCOUNT_ADAPTER = "sufficiency.web.access.adapters.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {"login": "sufficiency.web.access.forms.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# Guessing is slowed by address and by account (django-allauth: attempts / seconds, counted per).
ACCOUNT_RATE_LIMITS = {
    "login_failed": "20/10m/ip,5/5m/key",
    "login": "60/m/ip",
    "reauthenticate": "10/m/user",
}
SOCIALACCOUNT_ADAPTER = "sufficiency.web.access.adapters.CouncilAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = sign_in.providers(os.environ)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ADAPTER = "sufficiency.web.access.adapters.SecondStepAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses are given by an administrator
MFA_TOTP_ISSUER = "Sufficiency"
SECOND_STEP_REQUIRED = False  # of those who sign in with a password of ours

# --- How long a session lasts (trust checklist S24) ----------------------------------------------------------

SESSION_LASTS = timedelta(hours=8)  # a working day, whatever is done meanwhile
SESSION_IDLE = timedelta(minutes=int(os.environ.get("SUFFICIENCY_IDLE_MINUTES", "60")))  # 15 on a shared desk
SESSION_COOKIE_AGE = int(SESSION_LASTS.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "sufficiency_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "sufficiency_csrf"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "sufficiency.web.ui.errors.form_too_old"

# --- What a browser may load: our own files and nothing else (S27) -------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],  # the square that an authenticator app scans
        "form-action": [SELF, *sign_in.origin(os.environ)],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# --- E-mail: links for carers. Without a server's name nothing is sent but written into a folder ----------------

EMAIL_HOST = os.environ.get("SUFFICIENCY_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("SUFFICIENCY_MAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("SUFFICIENCY_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("SUFFICIENCY_MAIL_PASSWORD", "")
EMAIL_USE_TLS = bool(EMAIL_HOST_USER)
EMAIL_TIMEOUT = 10  # seconds: who sends a link waits no longer
DEFAULT_FROM_EMAIL = os.environ.get("SUFFICIENCY_MAIL_FROM", "sufficiency@localhost")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = HOME / "mail"

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024**2
FILE_UPLOAD_PERMISSIONS = 0o600

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"screen": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["screen"], "level": "WARNING"},
}

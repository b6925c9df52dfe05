"""Settings for a council's own server. What is missing from the environment stops the start and says what to do."""

import os

from sufficiency.web.config import environment
from sufficiency.web.config.settings.base import *  # noqa: F403  (the way Django's settings are layered)

SECRET_KEY = environment.secret_key(os.environ)
ALLOWED_HOSTS = environment.hosts(os.environ)
CSRF_TRUSTED_ORIGINS = [f"https://{name}" for name in ALLOWED_HOSTS]

SECOND_STEP_REQUIRED = True
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health$"]  # asked from the same machine, without a certificate
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sufficiency_session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-sufficiency_csrf"

# Shared by all processes, so that guessing a password is counted once. `sufficiency setup` makes the table.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

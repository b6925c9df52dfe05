"""Settings for the tests: SQLite in memory unless DATABASE_URL names another, the demonstration's pages included."""

import os
import tempfile
from pathlib import Path

from sufficiency.web.config import environment
from sufficiency.web.config.settings.base import *  # noqa: F403  (the way Django's settings are layered)
from sufficiency.web.config.settings.base import INSTALLED_APPS, MIDDLEWARE, STORAGES

HOME = Path(tempfile.gettempdir()) / "sufficiency-tests"
MEDIA_ROOT = HOME / "uploads"
DEMO = True
SECRET_KEY = "only for tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
INSTALLED_APPS = ["sufficiency.web.demo", *INSTALLED_APPS]
DATABASES = {
    "default": environment.database(os.environ, home=HOME)
    if "DATABASE_URL" in os.environ
    else environment.sqlite(":memory:")
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick; the real one is slow on purpose
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]  # nothing is collected for tests

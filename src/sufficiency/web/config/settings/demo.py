"""Settings for trying the site on one's own machine: made-up people, one-click sign-in, no certificate."""

import os

from sufficiency.web.config import environment
from sufficiency.web.config.settings.base import *  # noqa: F403  (the way Django's settings are layered)
from sufficiency.web.config.settings.base import HOME, INSTALLED_APPS, STORAGES

DEMO = True
DEBUG = "SUFFICIENCY_DEBUG" in os.environ
SECRET_KEY = environment.kept_secret_key(HOME)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
INSTALLED_APPS = ["sufficiency.web.demo", *INSTALLED_APPS]
LOGIN_URL = "demo:people"
LOGOUT_REDIRECT_URL = "demo:people"

if DEBUG:  # files are served from where they are written, without collecting them first
    STORAGES = {
        **STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    WHITENOISE_USE_FINDERS = True
    WHITENOISE_AUTOREFRESH = True

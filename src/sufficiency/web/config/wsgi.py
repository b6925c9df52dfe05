"""The way in for a council's web server, such as gunicorn; `sufficiency serve` chooses its settings itself."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sufficiency.web.config.settings.production")
application = get_wsgi_application()

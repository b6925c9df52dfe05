"""Django's own commands, for developers: `python manage.py makemigrations`, `python manage.py shell`."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sufficiency.web.config.settings.demo")
    execute_from_command_line(sys.argv)

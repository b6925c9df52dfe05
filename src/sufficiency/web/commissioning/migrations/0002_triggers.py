"""The database refuses a contract with fewer places than children live in under it."""

from django.db import migrations

from sufficiency.web.commissioning import triggers


class Migration(migrations.Migration):
    dependencies = [("commissioning", "0001_initial"), ("homes", "0002_triggers")]

    operations = [migrations.RunPython(triggers.put, triggers.take_away, elidable=False)]

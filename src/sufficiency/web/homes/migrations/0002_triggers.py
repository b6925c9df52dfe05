"""The database refuses overlapping approvals and placements, and places below the children there."""

from django.db import migrations

from sufficiency.web.homes import triggers


class Migration(migrations.Migration):
    dependencies = [("homes", "0001_initial")]

    operations = [migrations.RunPython(triggers.put, triggers.take_away, elidable=False)]

"""The database refuses to change what has been recorded."""

from django.db import migrations

from sufficiency.web.audit import triggers


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(triggers.put, triggers.take_away, elidable=False)]

"""Registers the app with Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The app's name and label; listens for signing in and out from the start."""

    name = "sufficiency.web.audit"
    label = "audit"
    verbose_name = "record of use"

    def ready(self) -> None:
        """Connect what is told by signal."""
        from sufficiency.web.audit import listening

        listening.connect()

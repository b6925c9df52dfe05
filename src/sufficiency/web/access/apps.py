"""Registers the app with Django."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The app's name and label."""

    name = "sufficiency.web.access"
    label = "access"
    verbose_name = "people and permissions"

    def ready(self) -> None:
        """Register the checks."""
        from sufficiency.web.access import checks  # noqa: F401

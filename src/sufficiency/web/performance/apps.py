"""Registers the app with Django."""

from django.apps import AppConfig


class PerformanceConfig(AppConfig):
    """The app's name and label; listens for stored returns from the start."""

    name = "sufficiency.web.performance"
    label = "performance"
    verbose_name = "performance"

    def ready(self) -> None:
        """Connect what is told by signal."""
        from sufficiency.web.performance import listening

        listening.connect()

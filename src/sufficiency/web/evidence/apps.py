"""Registers the app with Django."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """The app's name and label."""

    name = "sufficiency.web.evidence"
    label = "evidence"
    verbose_name = "evidence"

"""Registers the app with Django."""

from django.apps import AppConfig


class CorporateParentingConfig(AppConfig):
    """The app's name and label."""

    name = "sufficiency.web.corporate_parenting"
    label = "corporate_parenting"
    verbose_name = "corporate parenting"

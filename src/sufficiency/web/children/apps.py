"""Registers the app with Django."""

from django.apps import AppConfig


class ChildrenConfig(AppConfig):
    """The app's name and label."""

    name = "sufficiency.web.children"
    label = "children"
    verbose_name = "children"

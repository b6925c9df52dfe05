"""Collects what apps declare for pages they do not own: sections of the header, strips, things due today.

An app contributes by having a module of the right name with a list of the right name in it. The order is that of
INSTALLED_APPS.
"""

from functools import cache
from importlib import import_module
from typing import Any

from django.apps import AppConfig, apps
from django.utils.module_loading import module_has_submodule


# Apps do not come and go while the program runs.
@cache
def contributed(module: str, name: str) -> tuple[Any, ...]:
    """Everything in the lists called `name` in the modules called `module` of all apps."""
    with_module = [config.name for config in apps.get_app_configs() if _has(config, module)]
    return tuple(one for app in with_module for one in getattr(import_module(f"{app}.{module}"), name))


def _has(app: AppConfig, module: str) -> bool:
    # The modules of these names in this app say what a contribution is; they hold none.
    is_ours = app.name.startswith("sufficiency.") and app.name != __package__
    return is_ours and app.module is not None and module_has_submodule(app.module, module)

"""What Django looks at before it starts the site."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

THIS_MACHINE = {"localhost", "127.0.0.1", "[::1]", "testserver"}


@register(Tags.security)
def the_demonstration_stays_on_this_machine(**_: Any) -> list[CheckMessage]:
    """One-click sign-in under a name that others can reach would let anybody in as anyone."""
    # “testserver” is the name under which Django's tests ask.
    elsewhere = [name for name in settings.ALLOWED_HOSTS if name not in THIS_MACHINE]
    if not settings.DEMO or not elsewhere:
        return []
    names = ", ".join(elsewhere)
    return [
        Error(
            f"The demonstration lets anyone sign in as anyone, and is reached as {names}.",
            hint="Use sufficiency.web.config.settings.production for a site that others reach.",
            id="access.E001",
        )
    ]

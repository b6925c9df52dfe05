"""The council's own sign-in by OpenID Connect (Entra ID and others), as the environment describes it."""

from typing import Any
from urllib.parse import urlsplit

from sufficiency.web.config.environment import NotConfiguredError, Variables, listed

NEEDED = ("SUFFICIENCY_OIDC_SERVER", "SUFFICIENCY_OIDC_CLIENT_ID", "SUFFICIENCY_OIDC_DOMAINS")


def providers(variables: Variables) -> dict[str, Any]:
    """django-allauth's description of the council's sign-in; empty where none is configured."""
    if not variables.get("SUFFICIENCY_OIDC_SERVER"):
        return {}
    # Half a configuration would show a button that leads nowhere.
    missing = [name for name in NEEDED if not variables.get(name)]
    if missing:
        raise NotConfiguredError(
            f"The council's sign-in is half configured: {', '.join(missing)} missing",
            where="environment",
            what_next="Set them too, or take SUFFICIENCY_OIDC_SERVER away. See docs/explanation/site.md.",
        )
    return {"openid_connect": {"APPS": [_app(variables)]}}


def origin(variables: Variables) -> list[str]:
    """The origin that the sign-in form may lead to, for the content security policy."""
    parts = urlsplit(variables.get("SUFFICIENCY_OIDC_SERVER", ""))
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []


def _app(variables: Variables) -> dict[str, Any]:
    return {
        "provider_id": "council",
        "name": variables.get("SUFFICIENCY_OIDC_NAME", "your council account"),
        "client_id": variables["SUFFICIENCY_OIDC_CLIENT_ID"],
        "secret": variables.get("SUFFICIENCY_OIDC_CLIENT_SECRET", ""),
        "settings": {
            "server_url": variables["SUFFICIENCY_OIDC_SERVER"],
            "oauth_pkce_enabled": True,
            # Only addresses of the council's own domains are believed, and only known people get in.
            "verified_email": listed(variables["SUFFICIENCY_OIDC_DOMAINS"]),
            "email_authentication": True,
        },
    }

"""How django-allauth is used here: nobody signs themselves up, and long unused accounts stay shut."""

import base64
import hashlib
from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from sufficiency.web.access.models import User

UNUSED_FOR = timedelta(days=45)  # trust checklist S10


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are given by an administrator, never taken."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  (the library's signature)
        """Nobody signs themselves up."""
        return False

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        """Refuse an account that nobody has used for long: its owner may have left."""
        # Somebody new has no last sign-in: their account waits for them.
        if user.last_login and timezone.now() - user.last_login > UNUSED_FOR:
            return redirect("account_inactive")
        return super().pre_login(request, user, **kwargs)


class CouncilAdapter(DefaultSocialAccountAdapter):
    """The council's sign-in proves who someone is; whether they have an account is decided here."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002
        """Who has no account here gets none by signing in."""
        return False


class SecondStepAdapter(DefaultMFAAdapter):
    """Keeps the secrets of authenticator apps and recovery codes encrypted; the key is outside the database."""

    def encrypt(self, text: str) -> str:
        """Text as it is stored."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Stored text as it was."""
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> Fernet:
    # The words keep this key apart from others made from the same secret.
    key = hashlib.sha256(b"second step" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))

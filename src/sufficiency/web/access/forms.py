"""Signing in, in plain words."""

from typing import Any

from allauth.account.forms import LoginForm


class SignInForm(LoginForm):
    """Email and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Email"
        self.fields["password"].help_text = ""

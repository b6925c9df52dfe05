"""Whether someone who signed in with a password of ours still has to set up a second step."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest


def lacks_second_step(request: HttpRequest) -> bool:
    """True where a second step is asked for and this person has none yet.

    The council's own sign-in brings its own second step.
    """
    # The session tells how someone signed in; the library keeps the list.
    if not settings.SECOND_STEP_REQUIRED or _came_by_council_account(request):
        return False
    return not is_mfa_enabled(request.user)


def _came_by_council_account(request: HttpRequest) -> bool:
    return any(
        record.get("method") == "socialaccount"
        for record in get_authentication_records(request, request.user)
    )

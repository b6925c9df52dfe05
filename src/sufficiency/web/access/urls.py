"""Addresses for signing in and for one's own security.

The names with account_, mfa_ and openid_connect_ are those by which django-allauth finds its own pages.
Left out on purpose: signing up, resetting a password by email, changing one's address.
"""

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as app
from allauth.socialaccount import views as council
from django.urls import path

from sufficiency.web.access import views
from sufficiency.web.access.declaring import needs, open_to_all
from sufficiency.web.access.permissions import Permission

# Said once here for views that are not ours to decorate.
entrance = open_to_all("people come here to sign in")
leaving = open_to_all("leaving is always allowed")
own = needs(Permission.SITE_USE)

urlpatterns = [
    path("sign-in/", entrance(account.login), name="account_login"),
    path("sign-in/closed/", entrance(account.account_inactive), name="account_inactive"),
    path("sign-in/code/", entrance(second_step.authenticate), name="mfa_authenticate"),
    path("sign-in/cancelled/", entrance(council.login_cancelled), name="socialaccount_login_cancelled"),
    path("sign-in/error/", entrance(council.login_error), name="socialaccount_login_error"),
    path("sign-in/with/<slug:provider_id>/", views.to_council, name="openid_connect_login"),
    path("sign-in/from/<slug:provider_id>/", views.from_council, name="openid_connect_callback"),
    path("sign-out/", leaving(account.logout), name="account_logout"),
    path("confirm/password/", own(account.reauthenticate), name="account_reauthenticate"),
    path("confirm/code/", own(second_step.reauthenticate), name="mfa_reauthenticate"),
    path("security/", own(second_step.index), name="mfa_index"),
    path("security/password/", views.change_password, name="account_change_password"),
    path("security/app/", own(app.activate_totp), name="mfa_activate_totp"),
    path("security/app/remove/", own(app.deactivate_totp), name="mfa_deactivate_totp"),
    path("security/codes/", own(recovery_codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "security/codes/new/", own(recovery_codes.generate_recovery_codes), name="mfa_generate_recovery_codes"
    ),
    path(
        "security/codes/download/",
        own(recovery_codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("authority/", views.choose_authority, name="choose_authority"),
]

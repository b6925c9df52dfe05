"""Forms about people."""

from django import forms

from sufficiency.web.access.models import User
from sufficiency.web.access.roles import choices


class PersonFilters(forms.Form):
    """Narrows the list of people."""

    name = forms.CharField(required=False, max_length=100, help_text="Any part of the name or address")
    role = forms.ChoiceField(required=False, choices=lambda: [("", "Any"), *choices()])


class RoleForm(forms.Form):
    """One more role."""

    role = forms.ChoiceField(choices=lambda: [("", "Choose one"), *choices()])


class AccountForm(RoleForm):
    """A new person with their first role."""

    name = forms.CharField(max_length=100, help_text="As colleagues know them")
    email = forms.EmailField(help_text="The address they sign in with at the council")

    field_order = ("name", "email", "role")

    def clean_email(self) -> str:
        """Addresses are kept in small letters; that of someone who left the site stays theirs."""
        email = str(self.cleaned_data["email"]).strip().lower()
        if User.objects.filter(email=email, is_active=False).exists():
            raise forms.ValidationError("This account was closed. Ask whoever runs the site to open it.")
        return email

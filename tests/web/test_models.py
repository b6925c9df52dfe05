"""What holds for every table of the site."""

import pytest
from django.apps import apps
from django.core.management import call_command

# Tables that belong to no authority, and why.
WITHOUT = {
    "access.Authority": "it is the authority",
    "access.User": "one person may serve several; their memberships say which",
    "audit.Event": "holds the authority's code as text, so that it outlives it",
    "audit.Seal": "chains the events of all",
}


def ours():
    return [model for model in apps.get_models() if model.__module__.startswith("sufficiency.")]


@pytest.mark.parametrize("model", ours(), ids=lambda model: model._meta.label)
def test_every_row_belongs_to_an_authority(model):
    fields = {field.name: field for field in model._meta.fields}
    if model._meta.label in WITHOUT:
        assert "authority_id" not in fields
        return
    assert fields["authority"].related_model._meta.label == "access.Authority"
    assert not fields["authority"].null


@pytest.mark.django_db
def test_the_migrations_make_what_the_models_say():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_site_has_no_fault_that_django_can_see():
    call_command("check", fail_level="WARNING")

import pytest

from sufficiency.web.access.permissions import Permission
from sufficiency.web.access.roles import ROLES, choices

CASEWORK = {
    Permission.CHILDREN_SEE,
    Permission.RETURNS_SEE,
    Permission.RETURNS_UPLOAD,
    Permission.SMALL_NUMBERS_SEE,
}


def test_there_are_thirteen_roles():
    assert len(ROLES) == len(choices()) == 13


@pytest.mark.parametrize("role", ROLES.values(), ids=ROLES)
def test_a_role_says_what_it_is_for(role):
    assert role.description.endswith(".")
    assert len(role.description) > 40
    assert Permission.SITE_USE in role.permissions


@pytest.mark.parametrize("permission", Permission)
def test_every_permission_is_held_by_someone(permission):
    assert any(permission in role.permissions for role in ROLES.values())


@pytest.mark.parametrize("key", ["system_administrator", "data_protection_officer", "provider", "councillor"])
def test_roles_without_casework_reach_no_child(key):
    assert not ROLES[key].permissions & CASEWORK


def test_only_the_administrator_gives_roles():
    assert [r.key for r in ROLES.values() if Permission.PEOPLE_MANAGE in r.permissions] == [
        "system_administrator"
    ]

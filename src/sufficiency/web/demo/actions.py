"""Makes the demonstration's council and people."""

from django.db import transaction

from sufficiency.web.access.models import Authority, Membership, User
from sufficiency.web.demo.people import AUTHORITY_CODE, AUTHORITY_NAME, AUTHORITY_REGION, PEOPLE


@transaction.atomic
def make_people() -> Authority:
    """The made-up council with its people; what is there already stays."""
    authority, _ = Authority.objects.get_or_create(
        code=AUTHORITY_CODE, defaults={"name": AUTHORITY_NAME, "region": AUTHORITY_REGION}
    )
    for person in PEOPLE:
        user = User.objects.filter(email=person.email).first()
        user = user or User.objects.create_user(person.email, name=person.name)
        Membership.objects.get_or_create(user=user, authority=authority, role=person.role, ended_at=None)
    return authority

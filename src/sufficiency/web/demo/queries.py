"""What the demonstration's first page reads."""

from sufficiency.web.access.models import Membership
from sufficiency.web.demo.people import PEOPLE


def demo_people() -> list[Membership]:
    """The made-up people in the order of the roles, each with a role."""
    order = {person.email: place for place, person in enumerate(PEOPLE)}
    held = Membership.objects.current().filter(user__email__in=order).select_related("user", "authority")
    return sorted(held, key=lambda membership: order[membership.user.email])

"""Authorities, people and their roles."""

from factory import LazyAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from sufficiency.web.access.models import Authority, Membership, User

PASSWORD = "seven-plain-teapots"


class AuthorityFactory(DjangoModelFactory):
    class Meta:
        model = Authority

    code = Sequence(lambda n: f"E11{n:06}")
    name = Sequence(lambda n: f"Authority {n}")


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    name = Sequence(lambda n: f"Sam Example {n}")
    email = LazyAttribute(lambda user: f"{user.name.replace(' ', '.').lower()}@example.org")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        password = kwargs.pop("password", PASSWORD)
        is_active = kwargs.pop("is_active", True)
        user = model_class.objects.create_user(*args, password=password, **kwargs)
        if not is_active:
            model_class.objects.filter(pk=user.pk).update(is_active=False)
            user.refresh_from_db()
        return user


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    user = SubFactory(UserFactory)
    authority = SubFactory(AuthorityFactory)
    role = "analyst"

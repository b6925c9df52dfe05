"""Authorities, people, and which roles people hold where."""

import re
from typing import ClassVar, Self, TypeVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from sufficiency.reports.palette import ACCENT, PAPER, contrast
from sufficiency.web.access.roles import ROLES, Role, choices

READABLE_CONTRAST = 4.5  # WCAG 2.2, 1.4.3: white words on the council's colour


def readable_under_white(colour: str) -> None:
    """Refuse what is no colour, and a colour on which white words cannot be read."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ValidationError("Give a colour as # and six figures, such as #12436d.")
    if contrast(colour, PAPER) < READABLE_CONTRAST:
        raise ValidationError("White words cannot be read on this colour. Choose a darker one.")


class Authority(models.Model):
    """A council responsible for children. Every row of every other table belongs to one."""

    code = models.CharField("ONS code", max_length=9, unique=True)  # such as E10000003
    name = models.CharField(max_length=100)
    region = models.CharField(max_length=60, blank=True)
    colour = models.CharField(max_length=7, default=ACCENT, validators=[readable_under_white])
    is_ours = models.BooleanField("uses this installation", default=True)

    class Meta:
        """How Django names and orders authorities."""

        verbose_name_plural = "authorities"
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class People(BaseUserManager["User"]):
    """Makes users and finds them by email, whatever the letters' case."""

    # One way in: addresses are kept in small letters, so that two spellings are one person.
    def create_user(self, email: str, *, name: str, password: str | None = None) -> "User":
        """Make a user; without a password only the council's own sign-in lets them in."""
        user = self.model(email=email.strip().lower(), name=name)
        # Without a password Django stores a mark that nothing typed can match.
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user with an email address."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person with an account. What they may do is in their memberships, never here."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=100)
    is_active = models.BooleanField("may sign in", default=True)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[People] = People()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    class Meta:
        """Nobody has two accounts with one address."""

        ordering: ClassVar = ["name"]
        # `unique` above would let SAM@ and sam@ be two accounts on PostgreSQL.
        constraints: ClassVar = [models.UniqueConstraint(Lower("email"), name="one_account_an_email")]

    def __str__(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        """The name to greet with."""
        return self.name.split(" ")[0]


class MembershipRows(models.QuerySet["Membership"]):
    """Memberships, narrowed."""

    def current(self) -> "MembershipRows":
        """Those that have not ended, of people who may sign in, at authorities that use this installation."""
        return self.filter(ended_at=None, user__is_active=True, authority__is_ours=True)


class Membership(models.Model):
    """A role that a person holds at an authority, from when to when."""

    # PROTECT: who did what must stay answerable, so people and authorities with a past are never deleted.
    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=30, choices=choices)
    began_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = MembershipRows.as_manager()

    class Meta:
        """A role is held once at a time."""

        ordering: ClassVar = ["authority__name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "authority", "role"], condition=Q(ended_at=None), name="a_role_is_held_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.in_words.label} at {self.authority}"

    @property
    def in_words(self) -> Role:
        """The role with its label, description and permissions."""
        return ROLES[self.role]


_Row = TypeVar("_Row", bound=models.Model, covariant=True)


class AuthorityRows(models.Manager[_Row]):
    """Rows that belong to authorities."""

    def of(self, authority: Authority) -> models.QuerySet[_Row]:
        """Only the rows of one authority: where every query of a page begins."""
        return self.filter(authority=authority)


class OfAuthority(models.Model):
    """What every model of casework inherits: the authority its rows belong to, and `objects.of(authority)`."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")

    objects: "ClassVar[AuthorityRows[Self]]" = AuthorityRows()

    class Meta:
        """Not a table of its own."""

        abstract = True

"""Providers, homes, and what is known of them: approvals, offers, who lives there, inspections."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone

from sufficiency.analytics.homes import approvals, offers
from sufficiency.analytics.homes.judgements import Judgement
from sufficiency.analytics.homes.kinds import HomeKind, ProviderKind, kind_of_placement
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.web.access.models import OfAuthority
from sufficiency.web.homes.states import TONES, Registration
from sufficiency.web.ui.components import Tone

SEXES = [("", "Any"), ("F", "Girls and young women"), ("M", "Boys and young men")]
SMOKING = [
    ("", "Not known yet"),
    ("nobody", "Nobody smokes"),
    ("outside", "Outside only"),
    ("inside", "Inside"),
]
RELATIONS = [("carer", "Carer"), ("adult", "Another adult"), ("own_child", "Child of the family")]


def _choices(kinds: Any) -> list[tuple[str, str]]:
    return [(kind.value, kind.label) for kind in kinds]


class Provider(OfAuthority):
    """Who runs homes: our own service, an agency, a company, another authority."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=40, choices=_choices(ProviderKind))
    ofsted_number = models.CharField("Ofsted number", max_length=20, blank=True)
    contact = models.CharField("who to ask for", max_length=100, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    notes = models.TextField(blank=True)

    class Meta:
        """A name is one provider of an authority's register, whatever its letters' case."""

        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint("authority", Lower("name"), name="a_provider_is_listed_once")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("homes:provider", args=[self.pk])

    @property
    def kind_of(self) -> ProviderKind:
        """What kind of provider it is."""
        return ProviderKind(self.kind)

    @property
    def is_ours(self) -> bool:
        """Whether it is the council's own service."""
        return self.kind == ProviderKind.OWN_SERVICE


class Home(OfAuthority):
    """Where children can live: a carer household, a children's home, supported accommodation, a school."""

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="homes")
    reference = models.CharField(max_length=20)  # such as H-207; what is said on the telephone
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=30, choices=_choices(HomeKind))
    registration = models.CharField(
        max_length=20, choices=Registration.choices, default=Registration.NOT_KNOWN
    )
    ofsted_number = models.CharField("Ofsted number", max_length=20, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    # Where it is. Shielded: shown only to who uncovers it with a reason. The rest follows from the postcode.
    postcode = models.CharField(max_length=8, blank=True)
    easting = models.PositiveIntegerField("metres on the national grid", null=True, blank=True)
    northing = models.PositiveIntegerField("metres on the national grid", null=True, blank=True)
    area = models.CharField("ONS code of the authority it is in", max_length=9, blank=True)
    is_inside = models.BooleanField("lies in our own area", null=True, blank=True)

    contact = models.CharField("who to ask for", max_length=100, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)

    # What daily life there is like. Blank or null is "not known yet".
    smoking = models.CharField(max_length=10, blank=True, choices=SMOKING)
    has_pets = models.BooleanField(null=True, blank=True)
    pets = models.CharField("which animals", max_length=120, blank=True)
    school_run_miles = models.PositiveSmallIntegerField("how far they drive to school", null=True, blank=True)
    school_run = models.CharField("about the school run", max_length=200, blank=True)
    notes = models.TextField(blank=True)
    # When someone last said which places are free; who and how are in the confirmations.
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A reference names one home of an authority's register."""

        ordering: ClassVar = ["reference"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "reference"], name="a_reference_names_one_home"),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(opened_on=None) | Q(closed_on__gte=F("opened_on")),
                name="a_home_closes_after_it_opens",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["authority", "kind"], name="homes_by_kind"),
            models.Index(fields=["authority", "ofsted_number"], name="homes_by_ofsted_number"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.name}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("homes:home", args=[self.pk])

    @property
    def kind_of(self) -> HomeKind:
        """What kind of home it is."""
        return HomeKind(self.kind)

    @property
    def placement_kind(self) -> Kind:
        """The kind of placement of a child there (reads the provider)."""
        return kind_of_placement(self.kind_of, self.provider.kind_of)

    @property
    def is_closed(self) -> bool:
        """Whether it takes no children any more."""
        return self.closed_on is not None

    @property
    def registration_tone(self) -> Tone:
        """The look of the registration's tag."""
        return TONES[self.registration]


class Approval(OfAuthority):
    """What a home may do from when to when; two never hold at once. The end is the first day it no longer holds."""

    home = models.ForeignKey(Home, models.CASCADE, related_name="approvals")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    places = models.PositiveSmallIntegerField("how many children at a time")
    youngest = models.PositiveSmallIntegerField("from age", default=0)
    oldest = models.PositiveSmallIntegerField("to age", default=approvals.ADULT_AGE - 1)
    sex = models.CharField("for", max_length=1, blank=True, choices=SEXES)
    sex_reason = models.CharField("why that is lawful", max_length=300, blank=True)
    for_siblings = models.PositiveSmallIntegerField("places in rooms only siblings share", default=0)
    for_emergencies = models.PositiveSmallIntegerField("places a retained carer keeps", default=0)
    beyond_limit = models.PositiveSmallIntegerField("places an exemption adds to the usual limit", default=0)
    exemption = models.CharField("who exempted, when and why", max_length=300, blank=True)
    exemption_ends_on = models.DateField(null=True, blank=True)
    conditions = models.TextField(blank=True)
    decided_by = models.CharField(
        "approved by", max_length=120, blank=True
    )  # such as fostering panel, Ofsted

    class Meta:
        """The latest last. That two do not overlap is kept by `triggers.py`."""

        ordering: ClassVar = ["home", "starts_on"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
                name="an_approval_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(oldest__gte=F("youngest")) & Q(oldest__lte=approvals.OLDEST_AGE),
                name="an_approval_has_an_age_range",
            ),
            models.CheckConstraint(
                condition=Q(sex="") | ~Q(sex_reason=""), name="one_sex_only_where_it_is_lawful"
            ),
            models.CheckConstraint(
                condition=Q(beyond_limit=0) | ~Q(exemption=""), name="an_exemption_says_who_gave_it"
            ),
            models.CheckConstraint(
                condition=Q(places__gte=F("for_siblings") + F("for_emergencies")),
                name="special_places_are_among_the_approved",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.places} places from {self.starts_on:%d/%m/%Y}"

    def in_plain(self) -> approvals.Approval:
        """The same for the arithmetic of places."""
        return approvals.Approval(
            starts=self.starts_on,
            ends=self.ends_on,
            places=self.places,
            youngest=self.youngest,
            oldest=self.oldest,
            for_siblings=self.for_siblings,
            for_emergencies=self.for_emergencies,
            beyond_limit=self.beyond_limit,
        )

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.in_plain().holds_on(day)


class Offer(OfAuthority):
    """One thing a home offers beside a place: a skill, an adaptation, a language, a faith."""

    home = models.ForeignKey(Home, models.CASCADE, related_name="offers")
    theme = models.CharField(max_length=12, choices=_choices(offers.Theme))
    name = models.CharField(max_length=60)  # a key of analytics.homes.offers, or free words

    class Meta:
        """Offered once."""

        ordering: ClassVar = ["theme", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["home", "theme", "name"], name="an_offer_is_made_once")
        ]
        indexes: ClassVar = [models.Index(fields=["authority", "theme", "name"], name="homes_by_offer")]

    def __str__(self) -> str:
        return self.in_words

    @property
    def in_words(self) -> str:
        """As people say it."""
        return offers.in_words(offers.Theme(self.theme), self.name)


class Resident(OfAuthority):
    """Someone of the household who is not placed there: a carer, another adult, a child of the family."""

    home = models.ForeignKey(Home, models.CASCADE, related_name="residents")
    relation = models.CharField(max_length=10, choices=RELATIONS)
    name = models.CharField(max_length=100, blank=True)
    born_in = models.PositiveSmallIntegerField("year of birth", null=True, blank=True)

    class Meta:
        """Carers first."""

        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.get_relation_display()


class Inspection(OfAuthority):
    """What an inspection of a home, or of an agency as a whole, came to."""

    home = models.ForeignKey(Home, models.CASCADE, null=True, blank=True, related_name="inspections")
    provider = models.ForeignKey(Provider, models.CASCADE, null=True, blank=True, related_name="inspections")
    inspected_on = models.DateField()
    judgement = models.CharField(max_length=30, choices=_choices(Judgement))
    next_due_on = models.DateField(null=True, blank=True)
    notes = models.TextField(blank=True)
    added_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first; of one home or of one provider."""

        ordering: ClassVar = ["-inspected_on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(home=None, provider__isnull=False) | Q(home__isnull=False, provider=None),
                name="an_inspection_is_of_a_home_or_a_provider",
            ),
            models.UniqueConstraint(fields=["home", "inspected_on"], name="a_home_is_inspected_once_a_day"),
            models.UniqueConstraint(
                fields=["provider", "inspected_on"], name="a_provider_is_inspected_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome.label}, {self.inspected_on:%d/%m/%Y}"

    @property
    def outcome(self) -> Judgement:
        """The judgement."""
        return Judgement(self.judgement)

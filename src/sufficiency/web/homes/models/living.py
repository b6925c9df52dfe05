"""Who lives where from when to when, places held, places stopped; and the one row by which a place is taken."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from sufficiency.analytics.reference.kinds import Kind, kind_of
from sufficiency.web.access.models import OfAuthority
from sufficiency.web.children.models import Child
from sufficiency.web.homes.models.register import Home
from sufficiency.web.homes.states import HoldState, PlacementState


class TakenPlace(OfAuthority):
    """A place of a home that somebody has now: a child who lives there, or a hold.

    Places of a home are numbered from 1. The number is unique in the home, so that of any who reach for the last
    place at the same moment the database itself lets one have it (decision 11). The row goes when the place is free.
    """

    home = models.ForeignKey(Home, models.PROTECT, related_name="taken")
    number = models.PositiveSmallIntegerField()
    # Why a place beyond the approval was taken; blank within it.
    beyond_because = models.CharField(max_length=300, blank=True)

    class Meta:
        """The row that decides a race."""

        ordering: ClassVar = ["home", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["home", "number"], name="a_place_is_taken_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="places_are_numbered_from_one"),
        ]

    def __str__(self) -> str:
        return f"place {self.number}"


class Placement(OfAuthority):
    """A child living at a home from a day to a day; the end is the day on which the child was no longer there.

    Its `place_code` with the provider's code gives the kind of placement, as in the return.
    """

    home = models.ForeignKey(Home, models.PROTECT, related_name="placements")
    child = models.ForeignKey(Child, models.PROTECT, related_name="placements")
    taken = models.OneToOneField(TakenPlace, models.PROTECT, null=True, blank=True, related_name="placement")
    state = models.CharField(max_length=10, choices=PlacementState.choices, default=PlacementState.OPEN)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    expected_until = models.DateField(null=True, blank=True)
    place_code = models.CharField(max_length=4)  # PLACE in the return
    provider_code = models.CharField(max_length=4)  # PLACE_PROVIDER, as it was when the child moved in
    why_ended = models.CharField(max_length=10, blank=True)  # REASON_PLACE_CHANGE, or REC where care ended
    is_emergency = models.BooleanField("made in an emergency", default=False)
    is_short_break = models.BooleanField("shared care or a short break", default=False)
    shares_room = models.BooleanField("shares a room with a brother or sister", default=False)
    # How it is paid for: the contract's reference, which the commissioning pages give a meaning.
    contract = models.CharField(max_length=40, blank=True)
    placed_by = models.CharField(max_length=100, blank=True)
    placed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """A child lives in one home at a time; who lives somewhere has a place, who has left has none."""

        ordering: ClassVar = ["-started_on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                name="a_placement_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(state="open", ended_on=None, taken__isnull=False)
                | (~Q(state="open") & Q(ended_on__isnull=False, taken=None)),
                name="an_open_placement_has_a_place",
            ),
            models.CheckConstraint(
                condition=Q(is_short_break=False) | Q(expected_until__isnull=False),
                name="a_short_break_has_an_end",
            ),
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(state="open", is_short_break=False),
                name="a_child_lives_in_one_home",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["authority", "state", "home"], name="who_lives_where"),
            models.Index(fields=["home", "started_on"], name="placements_in_time"),
        ]

    def __str__(self) -> str:
        return f"{self.child} at {self.home.reference}"

    @property
    def is_open(self) -> bool:
        """Whether the child lives there."""
        return self.state == PlacementState.OPEN

    @property
    def kind(self) -> Kind:
        """The kind of placement, as measures, forecast and money count it."""
        return kind_of(self.place_code, self.provider_code)


class Hold(OfAuthority):
    """A place kept for someone until a time; after it the place is free again without anyone doing anything."""

    home = models.ForeignKey(Home, models.PROTECT, related_name="holds")
    taken = models.OneToOneField(TakenPlace, models.SET_NULL, null=True, blank=True, related_name="hold")
    child = models.ForeignKey(Child, models.PROTECT, null=True, blank=True, related_name="holds")
    for_whom = models.CharField("for", max_length=60)  # a child's or a request's reference
    state = models.CharField(max_length=10, choices=HoldState.choices, default=HoldState.HELD)
    until = models.DateTimeField()
    held_by = models.CharField(max_length=100)
    held_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)
    why_ended = models.CharField(max_length=200, blank=True)

    class Meta:
        """Nobody is held a second place in the same home."""

        ordering: ClassVar = ["-held_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until__gt=F("held_at")), name="a_hold_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(state="held", taken__isnull=False, ended_at=None)
                | (~Q(state="held") & Q(taken=None, ended_at__isnull=False)),
                name="an_open_hold_has_a_place",
            ),
            models.UniqueConstraint(
                fields=["home", "for_whom"], condition=Q(state="held"), name="one_hold_a_home_for_each"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["authority", "state", "until"], name="holds_by_end")]

    def __str__(self) -> str:
        return f"place held for {self.for_whom}"

    @property
    def is_open(self) -> bool:
        """Whether it was neither used nor released; it may have run out."""
        return self.state == HoldState.HELD


class Stop(OfAuthority):
    """No more children placed: in the whole home, or in so many of its places. Nobody who lives there has to go."""

    home = models.ForeignKey(Home, models.CASCADE, related_name="stops")
    since = models.DateField()
    until = models.DateField("the first day it no longer holds", null=True, blank=True)
    places = models.PositiveSmallIntegerField(
        "how many places; blank for the whole home", null=True, blank=True
    )
    reason = models.CharField(max_length=300)
    set_by = models.CharField(max_length=100)
    set_at = models.DateTimeField(default=timezone.now, editable=False)
    lifted_by = models.CharField(max_length=100, blank=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-since", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="a_stop_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_stop_has_a_reason"),
            models.CheckConstraint(
                condition=Q(places=None) | Q(places__gte=1), name="a_stop_stops_something"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["authority", "home"], name="stops_of_homes")]

    def __str__(self) -> str:
        return f"stop of {self.places or 'all'} places"

    @property
    def is_whole(self) -> bool:
        """Whether it stops the whole home."""
        return self.places is None

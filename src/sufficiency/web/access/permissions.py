"""Everything that a person can be allowed to do. Roles (roles.py) are lists of these; views declare which they need."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing that may be allowed. The value is what is shown and stored."""

    SITE_USE = "use the site"
    RETURNS_SEE = "see uploaded returns and their findings"
    RETURNS_UPLOAD = "upload and replace returns"
    FINDINGS_ACCEPT = "accept a finding of a return, with a reason"
    CHILDREN_SEE = "see children’s records"
    ADDRESSES_SEE = "see where a child lives, each time with a reason"
    HOMES_SEE = "see the register of homes and which places are free"
    HOMES_KEEP = "keep the register of homes: add, change and close homes"
    PLACES_TAKE = "hold places, place children and end placements"
    COMMISSIONING_SEE = "see contracts, occupancy, recruiting and whether there are enough homes"
    COMMISSIONING_KEEP = "keep contracts and the recruiting of carers"
    OVERSIGHT_SEE = "see what is watched over in homes: registration, visits, unregistered settings"
    OVERSIGHT_KEEP = "write down looks, visits, approvals and notices about homes"
    RUNS_SEE = "see saved results and what they were made from"
    PERFORMANCE_SEE = "see the scorecard"
    SMALL_NUMBERS_SEE = "see small numbers that are hidden outside the service"
    FORECAST_SEE = "see forecasts"
    FORECAST_RUN = "run forecasts"
    REPORT_DOWNLOAD = "download reports"
    AUDIT_SEE = "see who opened, changed or exported what"
    PEOPLE_SEE = "see who has an account and which roles"
    PEOPLE_MANAGE = "give and end accounts and roles"
    GROUPS_SEE = "see groups, their terms and the meetings one may attend"
    GROUPS_RUN = "set up groups and run their meetings"
    PANEL_CASES_SEE = "see panels that decide about single children"

"""Everything that is recorded, as verbs. An app that records something new adds its verb here."""

from django.db.models import TextChoices


class Verb(TextChoices):
    """What was done; the label follows the person's name in a sentence."""

    SIGNED_IN = "signed_in", "signed in"
    SIGNED_OUT = "signed_out", "signed out"
    SIGN_IN_REFUSED = "sign_in_refused", "tried to sign in and was refused"
    PASSWORD_CHANGED = "password_changed", "changed their password"
    SECOND_STEP_ADDED = "second_step_added", "set up a second step"
    SECOND_STEP_REMOVED = "second_step_removed", "removed a second step"
    AUDIT_SEEN = "audit_seen", "looked at the record of use"
    AUDIT_EXPORTED = "audit_exported", "exported the record of use"
    CHILDREN_SEEN = "children_seen", "looked through the list of children"
    CHILD_SEEN = "child_seen", "opened a child’s record"
    ADDRESS_SEEN = "address_seen", "uncovered a child’s addresses"
    RETURN_STORED = "return_stored", "uploaded a return"
    RETURN_REFUSED = "return_refused", "uploaded a return that was not stored"
    RETURN_CHECKED_AGAIN = "return_checked_again", "had a stored return checked again"
    RETURN_DOWNLOADED = "return_downloaded", "downloaded the files of a return"
    FINDINGS_SEEN = "findings_seen", "looked at findings of a return"
    FINDINGS_EXPORTED = "findings_exported", "exported findings of a return"
    FINDING_ACCEPTED = "finding_accepted", "accepted a finding"
    FINDING_REOPENED = "finding_reopened", "took back the acceptance of a finding"
    PROVIDER_KEPT = "provider_kept", "added or changed a provider"
    HOME_KEPT = "home_kept", "added or changed a home"
    HOME_CLOSED = "home_closed", "closed a home"
    HOME_ADDRESS_SEEN = "home_address_seen", "uncovered where a home is"
    HOME_CHILDREN_SEEN = "home_children_seen", "looked at who lives and lived in a home"
    HOMES_EXPORTED = "homes_exported", "exported the register of homes"
    HOMES_IMPORTED = "homes_imported", "imported into the register of homes"
    HOMES_READ = "homes_read", "read the register of homes by another program"
    APPROVAL_KEPT = "approval_kept", "added or changed an approval"
    INSPECTION_KEPT = "inspection_kept", "added an inspection"
    STOP_SET = "stop_set", "stopped placing in a home"
    STOP_LIFTED = "stop_lifted", "lifted a stop"
    PLACE_HELD = "place_held", "held a place"
    HOLD_RELEASED = "hold_released", "released a held place"
    HOLD_LAPSED = "hold_lapsed", "let a hold run out"
    CHILD_ADDED = "child_added", "added a child"
    CHILD_PLACED = "child_placed", "placed a child"
    PLACEMENT_ENDED = "placement_ended", "ended a placement"
    PLACEMENT_CANCELLED = "placement_cancelled", "cancelled a placement that did not happen"
    CONFIRM_LINK_MADE = "confirm_link_made", "made a link for confirming vacancies"
    CONFIRM_LINK_REVOKED = "confirm_link_revoked", "revoked a link for confirming vacancies"
    VACANCIES_CONFIRMED = "vacancies_confirmed", "confirmed vacancies"
    CONFIRM_LINK_REFUSED = (
        "confirm_link_refused",
        "opened a link for confirming vacancies that is no longer good",
    )
    RUN_KEPT = "run_kept", "made a result"
    SCORECARD_EXPORTED = "scorecard_exported", "exported the scorecard"
    FORECAST_EXPORTED = "forecast_exported", "exported a forecast"
    REPORT_DOWNLOADED = "report_downloaded", "downloaded a report"
    ACCOUNT_GIVEN = "account_given", "gave an account"
    ACCOUNT_SHUT = "account_shut", "closed an account"
    ACCOUNT_OPENED = "account_opened", "opened an account again"
    PASSWORD_LINK_MADE = "password_link_made", "made a link for choosing a password"
    ROLE_GIVEN = "role_given", "gave a role"
    ROLE_ENDED = "role_ended", "ended a role"


def choices() -> list[tuple[str, str]]:
    """The verbs for a form or a column; a function, so that a new verb needs no migration."""
    return Verb.choices

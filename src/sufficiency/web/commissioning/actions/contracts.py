"""What is written about contracts."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.commissioning.models import Contract, ContractHome
from sufficiency.web.commissioning.refusals import in_words
from sufficiency.web.homes.models import Home
from sufficiency.web.homes.versions import facts_of, note


@transaction.atomic
def keep_contract(contract: Contract, *, homes: Iterable[Home], by: Actor, reason: str = "") -> Contract:
    """Add a contract or change one, with the homes it covers. Raises RefusedError: why not."""
    was = Contract.objects.filter(pk=contract.pk).first() if contract.pk else None
    before = facts_of(was, homes=_covered(was))
    with in_words():
        contract.save()
    wanted = list(homes)
    ContractHome.objects.of(contract.authority).filter(contract=contract).exclude(home__in=wanted).delete()
    for home in wanted:
        ContractHome.objects.get_or_create(authority=contract.authority, contract=contract, home=home)
    # Read anew: a form leaves prices as they were typed, and 3,000 is no change to 3,000.00.
    note(contract, before, facts_of(Contract.objects.get(pk=contract.pk), homes=_covered(contract)), by=by)
    record(Verb.CONTRACT_KEPT, by=by, on=contract, reason=reason)
    return contract


@transaction.atomic
def keep_contracts(contracts: Sequence[tuple[Contract, Sequence[Home]]], *, by: Actor) -> int:
    """Add or change several contracts: all of them or, where one is refused, none."""
    for contract, homes in contracts:
        keep_contract(contract, homes=homes, by=by, reason="Imported")
    record(Verb.CONTRACTS_IMPORTED, by=by, reason=f"{len(contracts)} contracts")
    return len(contracts)


def _covered(contract: Contract | None) -> str:
    homes = contract.homes.order_by("reference").values_list("reference", flat=True) if contract else []
    return ", ".join(homes)

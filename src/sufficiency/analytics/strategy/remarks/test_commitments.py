from sufficiency.analytics.strategy.plan import Commitment


def said(code, found, **values):
    return found(code, commitments=(Commitment(objective=5, name="permanence", **values),))


def test_planned_or_reached(found):
    reached, meant = (
        "achieve permanence by the second review",
        "have a plan for permanence by the second review",
    )
    ((where, message),) = said(
        "planned_or_reached", found, wording=reached, summary=meant, by="second review"
    )
    assert where == "Objective 5, permanence"
    assert message.startswith(
        f"“{reached}” asks that it is so by the second review; “{meant}” asks for a plan."
    )
    ((_, turned),) = said("planned_or_reached", found, wording=meant, summary=reached)
    assert turned.startswith(f"“{reached}” asks that it is so; “{meant}”")
    assert not said("planned_or_reached", found, wording=meant, summary="plan permanence")
    assert not said("planned_or_reached", found, wording=reached, summary="permanence is achieved")
    assert not said("planned_or_reached", found, wording=meant)


def test_numbers_differ(found):
    ((_, message),) = said("numbers_differ", found, wording="within four months", summary="within 6 months")
    assert message == "“within four months” has 4, “within 6 months” has 6."
    assert not said("numbers_differ", found, wording="within four months", summary="in 4 months")
    assert not said("numbers_differ", found, wording="within four months", summary="soon")


def test_two_units(found):
    text = "more fostering households by at least fifty-five placements"
    ((where, message),) = said("two_units", found, wording=text, at_least=55, unit="placements")
    assert where == "Objective 5, permanence"
    assert "55 placements are 55 households that take one child each, or 28 that take two" in message
    both = said("two_units", found, wording=text, summary="55 placements with carers", at_least=55)
    assert len(both) == 1, "one aim is told once"
    assert said("two_units", found, wording="55 placements", summary="55 places with carers", at_least=55)
    assert not said("two_units", found, wording="at least 55 placements", at_least=55)
    assert not said("two_units", found, wording=text, at_least=40), "the sentence is not about that number"
    assert not said("two_units", found, wording=text), "there is no aim in it"

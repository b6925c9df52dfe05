from factories.children import store
from factories.councils import episodes
from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.models import Event
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.performance import actions, queries
from sufficiency.web.runs.models import Run, RunKind


def someone(authority):
    return Actor(name="Sam Example", authority=authority)


def test_a_computed_scorecard_is_kept_and_recorded(council):
    run = actions.compute(council, by=someone(council))
    assert (run.kind, run.made_by) == (RunKind.SCORECARD, "Sam Example")
    assert run.title == "Scorecard of 2022-23 to 2023-24"
    assert Event.objects.get(verb=Verb.RUN_KEPT).subject == str(run.pk)


def test_what_is_up_to_date_is_not_computed_again(council):
    first = actions.bring_up_to_date(council, by=someone(council))
    assert actions.bring_up_to_date(council, by=someone(council)) == first
    assert Run.objects.count() == 1


def test_another_return_makes_the_scorecard_out_of_date(council, scorecard):
    assert queries.is_up_to_date(scorecard)
    store(council, "2023-24", upload=3, episodes=episodes(41))
    assert not queries.is_up_to_date(scorecard)
    assert actions.bring_up_to_date(council, by=someone(council)) != scorecard

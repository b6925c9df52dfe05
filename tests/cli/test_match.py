"""`sufficiency match`: keys of the contract, a schema that real worlds keep to, and clear words for bad input."""

import json

import jsonschema
import pytest

from sufficiency.analytics.made_up.matching.worlds import ground, make_up_world
from sufficiency.analytics.matching.reading import schema, write_world

KEYS = {
    "home", "outcome", "tier", "fit", "parts", "because", "watch", "not_known", "first_if", "ruled_out_because",
    "weekly_cost",
}  # fmt: skip
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    made = make_up_world(ground(), seed=3, requests=4, homes=12)
    path = tmp_path_factory.mktemp("world") / "world.json"
    path.write_text(write_world(made.world), encoding="utf-8")
    return path


def test_match_has_the_contracts_keys_for_every_home(run, world):
    ran = run("match", world, "--allocate", "--format", "json")
    assert ran.code == 0
    told = json.loads(ran.out)
    assert [request["request"] for request in told["requests"]] == ["R0", "R1", "R2", "R3"]
    for request in told["requests"]:
        assert len(request["candidates"]) == 12
        for found in request["candidates"]:
            assert set(found) >= KEYS
            assert found["outcome"] in ("eligible", "unknown", "ruled_out")
            assert set(found["fit"]) == {"low", "high"}
            assert bool(found["ruled_out_because"]) == (found["outcome"] == "ruled_out")
    assert set(told["arrangement"]) >= {"placed", "not_placed", "ranked_at_once", "why_not_swap"}


def test_the_schema_describes_every_field_and_a_written_world_keeps_to_it(run, world):
    ran = run("match", "--schema")
    told = json.loads(ran.out)
    assert told == schema()
    jsonschema.Draft202012Validator.check_schema(told)
    jsonschema.validate(json.loads(world.read_text()), told)
    for name, definition in told["$defs"].items():
        for field, described in definition.get("properties", {}).items():
            assert described.get("description"), f"{name}.{field}"


def test_top_keeps_the_best_of_every_tier(run, world):
    told = json.loads(run("match", world, "--top", "1", "--format", "json").out)
    for request in told["requests"]:
        shown = {found["home"] for found in request["candidates"]}
        assert {home for home in request["best_in_tier"].values() if home} <= shown


def test_why_not_answers_for_one_home(run, world):
    told = json.loads(run("match", world, "--why-not", "h5", "--format", "json").out)
    assert {found["home"] for request in told["requests"] for found in request["candidates"]} == {"H5"}
    ran = run("match", world, "--why-not", "nowhere")
    assert ran.code == 2 and "no home called nowhere" in ran.err  # noqa: PT018  (one outcome)


def test_text_and_csv_say_the_same_as_json(run, world):
    assert "Request R0" in run("match", world).out
    assert run("match", world, "--format", "csv").out.startswith("request,rank,home,tier,outcome,fit")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "does not describe a world"),
        ("{", "does not describe a world"),
        (
            '{"as_of": "2026-11-24", "requests": [{"id": "R1"}], "homes": []}',
            "requests[0].children: is missing",
        ),
        (
            '{"as_of": "2026-11-24", "requests": [], "homes": [{"id": "H", "kind": "castle"}]}',
            "homes[0].kind",
        ),
        ('{"as_of": "2026-11-24", "requests": [], "homes": [], "homs": []}', "homs: there is no such field"),
        (
            '{"as_of": "2026-11-24", "requests": [{"id": "R1", "children": []}], "homes": []}',
            "at least one child",
        ),
        (
            '{"as_of": "2026-11-24", "requests": [], "homes": [{"id": "H", "kind": "other"}, {"id": "H", "kind": "other"}]}',
            "H is used twice",
        ),
        (
            (
                '{"as_of": "2026-11-24", "requests": [{"id": "R", "children": [{"id": "A"}]}], "homes": [],'
                ' "policy": {"weights": {"cost": 3}}}'
            ),
            "no criterion cost",
        ),
        (
            '{"as_of": "2026-11-24", "requests": [], "homes": [], "policy": {"weights": {"cost": 3}}}',
            "no criterion cost",
        ),
        (
            '{"as_of": "2026-11-24", "requests": [], "homes": [], "policy": {"tolerance": -1}}',
            "The tolerance is -1, below 0.",
        ),
    ],
)
def test_bad_input_says_what_where_and_what_next(run, tmp_path, text, says):
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    ran = run("match", path)
    assert ran.code == 2
    assert says in ran.err
    assert "what next" in ran.err


@pytest.mark.parametrize(
    ("requests", "homes", "says"),
    [
        ("", "", "There is no request in this world"),
        ('{"id": "R", "children": [{"id": "A", "age": 9}]}', "", "no home is known"),
        (
            '{"id": "R", "children": [{"id": "A", "age": 9}]}',
            '{"id": "H1", "kind": "in_house_fostering"}',
            "H1, ask first: ",
        ),
    ],
)
def test_a_world_with_next_to_nothing_in_it_says_what_is_not_there(run, tmp_path, requests, homes, says):
    path = tmp_path / "small.json"
    path.write_text(
        f'{{"as_of": "2026-11-24", "requests": [{requests}], "homes": [{homes}]}}', encoding="utf-8"
    )
    ran = run("match", path)
    assert (ran.code, ran.err) == (0, "")
    assert says in ran.out


def test_no_file_says_what_to_give(run):
    assert "what next" in run("match").err
    assert run("match", "nowhere.json").code == 2

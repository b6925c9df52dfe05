"""The command line's contract: names, options, JSON keys and exit codes stay."""

import json

import pytest

from sufficiency.analytics.made_up.authority import make_up_authority
from sufficiency.analytics.made_up.writing import write_authority
from sufficiency.analytics.reference.years import CollectionYear

RULE_KEYS = {"code", "outcome", "reason", "count"}
FINDING_KEYS = {"code", "table", "line", "child", "columns", "message", "why", "suggestion"}
MEASURE_KEYS = {
    "id", "label", "period", "numerator", "denominator", "value", "unit", "better", "source", "suppressed",
    "not_computed_because", "by",
}  # fmt: skip
QUANTILES = ["0.025", "0.1", "0.25", "0.5", "0.75", "0.9", "0.975"]


def spoil(authority, tmp_path):
    """A copy of the last return with an episode that ends before it starts and a sex that is no code."""
    folder = tmp_path / "spoilt"
    folder.mkdir()
    for file in (authority / "2026-27").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    header = (folder / "header.csv").read_text().splitlines()
    cells = header[1].split(",")
    header[1] = ",".join([cells[0], "9", *cells[2:]])
    (folder / "header.csv").write_text("\n".join(header))
    return folder


@pytest.mark.slow
def test_check_has_the_contracts_keys_and_says_that_there_are_findings(run, authority, tmp_path):
    ran = run(
        "check", spoil(authority, tmp_path), "--previous", authority / "2025-26", "--authority", "E10000003",
        "--providers", authority / "providers/providers.xlsx", "--format", "json",
    )  # fmt: skip
    assert ran.code == 1
    told = json.loads(ran.out)
    assert set(told) == {"collection_year", "tables", "rules", "findings", "notes"}
    assert told["collection_year"] == "2026-27"
    assert set(told["tables"]["Header"]) == {"file", "rows"}
    assert all(set(rule) == RULE_KEYS for rule in told["rules"])
    assert {rule["outcome"] for rule in told["rules"]} <= {
        "passed",
        "failed",
        "not_applicable",
        "could_not_run",
    }
    (sex,) = [finding for finding in told["findings"] if finding["code"] == "101"]
    assert set(sex) == FINDING_KEYS
    assert (sex["table"], sex["line"], sex["columns"]) == ("Header", 2, ["SEX"])


@pytest.mark.slow
def test_check_without_last_years_return_says_what_could_not_be_checked(run, authority):
    ran = run("check", authority / "2026-27")
    assert "could not run" in ran.out
    assert "Could not be checked: 1001, 1002, 1010, 202," in ran.out
    assert "Needs last year’s return, which was not given." in ran.out


@pytest.mark.slow
def test_check_writes_csv_and_a_fix_list(run, authority, tmp_path):
    out, fixes = tmp_path / "findings.csv", tmp_path / "fixes.xlsx"
    ran = run("check", spoil(authority, tmp_path), "--output", out, "--fix-list", fixes)
    assert ran.code == 1
    assert out.read_text(encoding="utf-8-sig").startswith(
        "code,table,line,child,columns,message,why,suggestion"
    )
    assert fixes.read_bytes().startswith(b"PK")


@pytest.mark.slow
def test_measure_has_the_contracts_keys(run, authority):
    ran = run(
        "measure",
        authority,
        "--year",
        "2025-26",
        "--year",
        "2026-27",
        "--authority",
        "E10000003",
        "--format",
        "json",
    )
    assert ran.code == 0
    told = json.loads(ran.out)
    assert told["authority"] == "E10000003"
    assert all(set(measure) == MEASURE_KEYS for measure in told["measures"])
    counts = {m["period"]: m for m in told["measures"] if m["id"] == "cla_number"}
    assert set(counts) == {"2025-26", "2026-27"}
    assert counts["2026-27"]["value"] == 80
    by_kind = [part for part in counts["2026-27"]["by"] if part["dimension"] == "kind"]
    assert sum(part["numerator"] for part in by_kind) == 80


@pytest.mark.slow
def test_measure_divides_by_what_is_asked(run, authority):
    told = json.loads(run("measure", authority, "--by", "age", "--by", "sex", "--format", "json").out)
    (count,) = [m for m in told["measures"] if m["id"] == "cla_number"]
    for dimension in ("kind", "age", "sex"):
        assert sum(p["numerator"] for p in count["by"] if p["dimension"] == dimension) == 80


@pytest.mark.slow
def test_forecast_has_the_contracts_keys_and_the_same_seed_gives_the_same_bytes(run, authority):
    arguments = ("forecast", authority, "--years", 2, "--replications", 30, "--seed", 3, "--format", "json")
    one, other = run(*arguments), run(*arguments)
    assert one.code == 0
    assert one.out == other.out
    told = json.loads(one.out)
    assert {"from", "years", "replications", "seed", "series", "entrants", "leavers", "cost"} <= set(told)
    assert (told["from"], told["years"], told["replications"], told["seed"]) == ("2027-03-31", 2, 30, 3)
    assert list(told["series"][0]["quantiles"]) == QUANTILES
    assert "all" in {row["kind"] for row in told["series"]}
    assert len({row["date"] for row in told["series"]}) == 25
    assert [row["year"] for row in told["cost"]] == ["2027-28", "2028-29"]
    start = next(row for row in told["series"] if row["kind"] == "all")
    assert start["mean"] == 80


@pytest.mark.slow
def test_forecast_says_what_it_expects_in_one_sentence(run, authority):
    ran = run("forecast", authority, "--years", 1, "--replications", 30)
    assert ran.out.startswith("By 31 March 2028 we expect ")
    assert "most likely" in ran.out.splitlines()[0]


@pytest.mark.slow
def test_forecast_takes_the_authoritys_own_prices(run, authority, tmp_path):
    prices = tmp_path / "prices.csv"
    prices.write_text(
        "kind,weekly_price,from,inflation_per_year,source\nin-house fostering,1,01/04/2027,0,ours\n"
    )
    told = json.loads(
        run(
            "forecast", authority, "--years", 1, "--replications", 20, "--prices", prices, "--format", "json"
        ).out
    )
    ours = [price for price in told["prices"] if price["source"] == "ours"]
    assert [(price["kind"], price["weekly_price"]) for price in ours] == [("in_house_fostering", 1.0)]


@pytest.mark.slow
def test_convert_there_and_back_is_the_same_data(run, authority, tmp_path):
    source, xml, back = authority / "2026-27", tmp_path / "return.xml", tmp_path / "back"
    assert run("convert", source, "--output", xml).code == 0
    assert run("convert", xml, "--output", back).code == 0
    for name in ("header.csv", "episodes.csv", "reviews.csv", "oc3.csv"):
        assert sorted((back / name).read_text().splitlines()) == sorted(
            (source / name).read_text().splitlines()
        )


def test_convert_mends_a_copy_and_lists_each_mend(run, tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    (source / "uasc.csv").write_text("CHILD,SEX,DOB,DUC\nA,1, 03/04/2012 ,\n")
    (source / "missing.csv").write_text(
        "CHILD,DOB,MISSING,MIS_START,MIS_END\nA,03/04/2012,m,01/06/2025,02/06/2025\n"
    )
    ran = run("convert", source, "--mend", "--output", tmp_path / "out")
    assert "sex,UASC,2,SEX,1,M" in ran.out
    assert "case,Missing,2,MISSING,m,M" in ran.out
    assert (tmp_path / "out/uasc.csv").read_text() == "CHILD,SEX,DOB,DUC\nA,M,03/04/2012,\n"


@pytest.mark.slow
def test_make_up_writes_the_same_bytes_for_the_same_seed_and_leaves_other_folders_alone(run, tmp_path):
    for name in ("one", "other"):
        assert run("make-up", tmp_path / name, "--children", 20, "--years", 2, "--seed", 5).code == 0
    one, other = (
        {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*.csv")}
        for folder in (tmp_path / "one", tmp_path / "other")
    )
    assert one == other
    again = run("make-up", tmp_path / "one", "--children", 20)
    assert again.code == 2
    assert "--replace" in again.err
    (tmp_path / "one/notes.txt").write_text("mine")
    kept = run("make-up", tmp_path / "one", "--children", 20, "--replace")
    assert kept.code == 2
    assert (tmp_path / "one/notes.txt").exists()


@pytest.mark.slow
def test_report_writes_one_file_and_refuses_other_forms_for_now(run, authority, tmp_path):
    ran = run("report", authority, "--replications", 20, "--years", 1, "--output", tmp_path / "r/report.html")
    assert ran.code == 0
    page = (tmp_path / "r/report.html").read_text(encoding="utf-8")
    assert "<html" in page
    assert "By 31 March 2028 we expect" in page
    refused = run("report", authority, "--output", tmp_path / "report.docx")
    assert refused.code == 2
    assert ".html" in refused.err


def test_doctor_says_that_all_is_well(run):
    ran = run("doctor")
    assert ran.code == 0
    assert "postcodes" in ran.out


def test_every_command_has_help_that_begins_with_a_sentence(run):
    listed = run("--help").out
    for command in ("check", "measure", "forecast", "report", "convert", "make-up", "demo", "doctor"):
        assert command in listed
        assert "Usage: " in run(command, "--help").out


def test_savings_has_the_contracts_keys_and_says_that_there_are_findings(run, tmp_path):
    from sufficiency.analytics.strategy.examples import county_text

    path = tmp_path / "strategy.yaml"
    path.write_text(county_text(), encoding="utf-8")
    ran = run("savings", path, "--format", "json")
    assert ran.code == 1
    told = json.loads(ran.out)
    assert set(told) == {"years", "total", "warnings"}
    keys = {"target", "attributed", "variance", "coverage", "priced_mix"}
    assert all(set(year) == keys | {"year"} for year in told["years"])
    assert set(told["total"]) == keys
    assert all(set(warning) == {"code", "where", "message"} for warning in told["warnings"])
    words = run("savings", path)
    assert "2014/15     2,261,000     981,500" in words.out
    assert "swapped_counts: W01–W03 and W07–W11, 2013/14" in words.out


def test_savings_of_a_file_that_is_no_strategy_cannot_be_done(run, tmp_path):
    path = tmp_path / "strategy.yaml"
    path.write_text("title: none")
    ran = run("savings", path)
    assert ran.code == 2
    assert "no action_plan" in ran.err


def test_price_mix_has_the_contracts_keys(run, tmp_path):
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    ours.write_text("kind,share,weekly_price\nin_house_fostering,0.5,500\nagency_fostering,0.5,1000\n")
    theirs.write_text("kind,children,weekly_price\nin_house_fostering,75,400\nagency_fostering,25,1000\n")
    ran = run("price-mix", ours, theirs, "--format", "json")
    assert ran.code == 0
    told = json.loads(ran.out)
    assert set(told) == {"ours", "theirs", "gap", "effects", "by_kind"}
    assert (told["ours"], told["theirs"], told["gap"]) == (750.0, 550.0, 200.0)
    assert told["effects"][0] == {"weighting": "our mix, their prices", "price": 50.0, "mix": 150.0}
    assert "£200.00 more" in run("price-mix", ours, theirs).out


@pytest.fixture(scope="module")
def five_years(tmp_path_factory):
    """Five returns of a little made-up authority."""
    folder = tmp_path_factory.mktemp("five")
    write_authority(folder, make_up_authority(children=60, years=5, last_year=CollectionYear(2027), seed=7))
    return folder


@pytest.mark.slow
def test_backtest_has_the_contracts_keys(run, five_years):
    ran = run("backtest", five_years, "--replications", "20", "--format", "json")
    assert ran.code == 0
    told = json.loads(ran.out)
    assert told["origins"] == ["2026-03-31"]
    wanted = {"target", "horizon", "method", "wape", "mase", "crps", "coverage80", "coverage95"}
    assert all(wanted <= set(one) for one in told["scores"])
    assert {one["method"] for one in told["scores"]} == {
        "sufficiency",
        "last_value",
        "linear_trend",
        "damped_holt",
        "memoryless",
    }


@pytest.mark.slow
def test_backtest_of_too_few_years_says_how_many_it_needs(run, authority):
    ran = run("backtest", authority)
    assert ran.code == 2
    assert "A back-test needs 4 returns to fit on and one to compare with, but here are 3" in " ".join(
        ran.err.split()
    )


@pytest.mark.slow
def test_backtest_in_words_marks_the_lowest_error(run, five_years):
    ran = run("backtest", five_years, "--replications", "20")
    assert "Our forecast had the lowest error in" in ran.out
    assert "*" in ran.out
    assert "80% range held" in ran.out

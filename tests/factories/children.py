"""Children, and returns stored as they are from small text tables."""

from factory import Sequence, SubFactory
from factory.django import DjangoModelFactory

from factories.people import AuthorityFactory
from returns_in_text import return_of
from sufficiency.analytics.returns.returned import Source
from sufficiency.analytics.returns.tables import TABLES
from sufficiency.web.children import actions
from sufficiency.web.children.models import Child

EPISODES = """
    CHILD | DECOM      | RNE | PLACE | PLACE_PROVIDER | DEC        | REC | HOME_POST | PL_POST
    100   | 01/05/2023 | S   | U6    | PR4            |            |     | AB1 2CD   | EF3 4GH
    200   | 03/02/2020 | S   | K2    | PR4            | 04/02/2024 | E4A | AB1 2CD   | IJ5 6KL
"""


class ChildFactory(DjangoModelFactory):
    class Meta:
        model = Child

    authority = SubFactory(AuthorityFactory)
    reference = Sequence(lambda n: f"{1000 + n}")
    sex = "F"


def with_sources(source, authority=None):
    """A return as if read from files of the usual names: its tables in the usual order."""
    frames = {name: source.tables[name] for name in TABLES if name in source.tables}
    sources = {name: Source(TABLES[name].file_name, frame.height) for name, frame in frames.items()}
    return type(source)(source.year, frames, sources, source.notes, authority)


def store(authority, year="2023-24", *, upload=1, **texts):
    """Store a return from text tables: `store(authority, episodes=...)`."""
    source = with_sources(return_of(year, **(texts or {"episodes": EPISODES})), authority.code)
    actions.replace_year(authority, source, upload=upload)
    return source

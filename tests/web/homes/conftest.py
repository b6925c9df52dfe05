import pytest

from factories.homes import HomeFactory, ProviderFactory


@pytest.fixture
def home(authority):
    return HomeFactory(
        provider=ProviderFactory(authority=authority, name="Our own carers"),
        reference="H-207",
        name="Alderbank household",
        email="carer@example.org",
        postcode="CB1 1AA",
    )

"""The same forecast on the processes of a local cluster."""

import warnings

import joblib
import numpy as np
import pytest

from sufficiency.analytics.forecast.blocks import Opening
from sufficiency.analytics.forecast.projecting import project

pytestmark = pytest.mark.slow


@pytest.mark.filterwarnings("ignore")  # of the cluster's own libraries
def test_several_processes_come_to_the_same_numbers(history_of_four_years, monkeypatch):
    from distributed import Client, LocalCluster

    monkeypatch.setattr(Opening, "block_size", 3)
    here = project(history_of_four_years, years=1, replications=12, seed=4, workers=1)
    with (
        warnings.catch_warnings(),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        warnings.simplefilter("ignore")
        with joblib.parallel_config(backend="dask"):
            there = project(history_of_four_years, years=1, replications=12, seed=4)
        processes = client.run(lambda: __import__("os").getpid())
    assert len(set(processes.values())) == 2
    for name in ("stock", "days", "entrants", "leavers", "cost"):
        assert np.array_equal(getattr(here, name), getattr(there, name))

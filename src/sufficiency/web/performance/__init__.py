"""The scorecard: how children are doing, from results that are computed once and kept."""

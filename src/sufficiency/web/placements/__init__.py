"""The placements desk: requests, gates, ranking, asks, decision, after."""

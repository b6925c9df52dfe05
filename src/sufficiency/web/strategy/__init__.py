"""The placement strategy: versions, workstreams, savings, delivery, reports."""

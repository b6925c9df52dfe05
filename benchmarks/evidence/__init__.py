"""How good the forecast is on many made-up authorities whose process it does not share (python -m benchmarks.evidence)."""

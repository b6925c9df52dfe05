"""Factories, one a model: a test states only what matters to it."""

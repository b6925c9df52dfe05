"""Measures, one module a theme; each measure declared once."""

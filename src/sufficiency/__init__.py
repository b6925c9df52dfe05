"""Enough good homes for children in care."""

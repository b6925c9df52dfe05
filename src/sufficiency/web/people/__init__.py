"""Colleagues: who has an account and which roles, given and ended by an administrator of their authority."""

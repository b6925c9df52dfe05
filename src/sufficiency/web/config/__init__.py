"""The Django project: settings, addresses, and what is read from the environment."""

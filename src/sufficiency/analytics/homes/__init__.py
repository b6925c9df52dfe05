"""The register of homes in plain values: kinds of home and provider, approvals, places and vacancies."""

"""The only modules of this app that call analytics: stored rows as plain records, and back as what pages show."""

"""The plain Python core: no web, network, clock or global state."""

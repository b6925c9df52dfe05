"""Children in care in the years to come: flows fitted to a history, simulated child by child, and costed."""

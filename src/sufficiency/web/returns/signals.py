"""What other apps may listen to."""

from django.dispatch import Signal

# Sent after a return is stored and committed, with `authority` and `year` (a CollectionYear).
return_stored = Signal()

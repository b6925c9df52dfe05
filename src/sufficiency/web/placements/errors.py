"""What the desk refuses, in words for the person who asked."""


class RefusedError(Exception):
    """Something that cannot be done; the message says why and what to do."""


class MovedOnError(RefusedError):
    """Someone else was faster, or a page was left open: what it showed is no longer so."""


MOVED_ON = (
    "This request has moved on since you opened the page: it is now “{state}”. "
    "Nothing you wrote was lost; look again and decide."
)

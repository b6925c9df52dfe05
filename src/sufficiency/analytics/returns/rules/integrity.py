"""Tables that must agree: the same child in each, once where once is meant."""

from narwhals import col

from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.terms import without_row


def repeated(frame: Frame, line: str) -> Frame:
    """The rows of children who stand in a table more than once."""
    count = col(line).count().over("CHILD")
    return frame.with_columns(count.alias("times")).filter((col("times") > 1) & ~col("CHILD").is_null())


@rule("EPI", flags="Header: CHILD")
def child_without_episode_or_leavers_record(header: Frame, episodes: Frame, oc3: Frame) -> Frame:
    """The child has neither an episode nor a care leaver’s record."""
    return without_row(without_row(header, episodes), oc3)


@rule("INT03", flags="Episodes: CHILD")
def episode_of_an_unlisted_child(episodes: Frame, header: Frame) -> Frame:
    """The child of the episode is not in the Header table."""
    return without_row(episodes, header)


@rule("INT08", flags="Reviews: CHILD")
def review_of_an_unlisted_child(reviews: Frame, header: Frame) -> Frame:
    """The child of the review is not in the Header table."""
    return without_row(reviews, header)


@rule("INT32", flags="Header: CHILD")
def child_listed_twice(header: Frame) -> Frame:
    """The child stands in the Header table more than once."""
    return repeated(header, "header_line")


@rule("INT33", flags="OC2: CHILD")
def health_record_twice(oc2: Frame) -> Frame:
    """The child stands in the OC2 table more than once."""
    return repeated(oc2, "oc2_line")

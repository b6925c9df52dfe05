"""Children and the rows of stored returns about them."""

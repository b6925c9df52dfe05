"""A made-up register of homes in which the made-up children live."""

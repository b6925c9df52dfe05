"""What councillors do as corporate parents: programme, champions, visits, promises, voices, and the annual report."""

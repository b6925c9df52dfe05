"""The site: one Django app a noun, each with the same files. It uses the reports and the analytics, never the reverse."""

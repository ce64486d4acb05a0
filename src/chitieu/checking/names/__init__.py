"""Agencies, provinces and documents, as they were on the day of a plan."""

"""Periods and dates: their days, and how plans write them."""

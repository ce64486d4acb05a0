"""Identities between indicators, known from data or from how a line is built."""

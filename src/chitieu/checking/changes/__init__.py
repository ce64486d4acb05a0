"""A level, its change and an earlier value of the same thing."""

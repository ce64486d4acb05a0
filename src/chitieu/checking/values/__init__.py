"""The size, the unit and the writing of one value."""

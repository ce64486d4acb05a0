"""Growth, means and rates: a whole lies between its parts, town and country, groups of people."""

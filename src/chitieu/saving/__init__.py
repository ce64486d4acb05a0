"""Plans as files of every kind: written so that they read back, and opened."""

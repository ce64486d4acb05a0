"""Plans written out: as text that reads back, and as files of every kind."""

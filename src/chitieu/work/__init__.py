"""Work that a plan gives: tasks and assignments, lists of them, who owns them, when reports are due."""

"""The same thing said in two places."""

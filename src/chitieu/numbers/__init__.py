"""Numbers of Vietnamese text: digits and words, read and written, told from numbers that are names."""

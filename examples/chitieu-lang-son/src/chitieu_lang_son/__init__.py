"""How Lạng Sơn writes its plans: the format is in lang_son.toml."""

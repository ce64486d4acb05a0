"""One amount over another: per head, per cent, yield, productivity, in sentences and in columns."""

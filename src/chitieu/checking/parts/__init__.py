"""Parts and wholes: what is said to be part of what, in sentences, lists, tables and closing totals."""

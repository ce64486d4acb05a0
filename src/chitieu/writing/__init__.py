"""Writing plans: text, Markdown, Word files, web pages; what is written reads back."""

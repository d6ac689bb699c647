"""Records as tables: the sequence that queries return, its columns, and how it is shown."""

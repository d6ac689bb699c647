"""The user's own frames: the status of each row, and panels for event-history work."""

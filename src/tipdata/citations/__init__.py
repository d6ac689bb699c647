"""Citations of what the report says, and of what is found beside it."""

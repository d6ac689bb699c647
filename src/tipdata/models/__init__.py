"""What the report says: one module a section, and what the sections share."""

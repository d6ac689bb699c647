"""Plain functions over an edition: what the public face offers."""

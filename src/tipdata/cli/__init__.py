"""The command `tipdata`."""

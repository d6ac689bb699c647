"""Packaged files to models. The only room that knows the files and their form."""

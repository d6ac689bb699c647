"""The compiler: source text to models, and models to the packaged data files."""

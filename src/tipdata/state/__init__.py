"""Entry into force, state of play, the register beside the chart, and errata."""

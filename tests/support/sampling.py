"""How much of a long enumeration is looked at: all of it in the full set, else a fixed sample."""

full = False  # set by `--full`, before any test is collected


def some(items, count):
    """Give all items in the full set, else so many of them, evenly apart: always the same."""
    items = list(items)
    if full or len(items) <= count:
        return items
    return [items[place * len(items) // count] for place in range(count)]


def examples(count):
    """Give how many generated inputs a test gets that has so many in the full set."""
    return count if full else count // 4

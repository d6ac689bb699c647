"""How much of a long enumeration is looked at: all of it in the full set, else a fixed sample."""

full = False  # set by `--full`, before a module of tests is imported


def some(items, count):
    """Give all items in the full set, else so many, evenly apart and always the same."""
    items = list(items)
    if full or len(items) <= count:
        return items
    return [items[place * (len(items) - 1) // (count - 1)] for place in range(count)]


def examples(count):
    """Give how many generated inputs a test gets that has so many in the full set."""
    return count if full else count // 4

"""Three-valued logic: True, False, and None for what is not known."""


def all_of(*conditions):
    """One that is known to fail decides, whatever else is unknown."""
    if any(condition is False for condition in conditions):
        return False
    if any(condition is None for condition in conditions):
        return None
    return True


def any_of(*conditions):
    """One that is known to hold decides, whatever else is unknown."""
    if any(condition is True for condition in conditions):
        return True
    if any(condition is None for condition in conditions):
        return None
    return False

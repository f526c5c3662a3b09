"""What a user can put right, told apart from what we must."""


class UserError(Exception):
    """Something the user can put right: shown in words, without a traceback, all faults at once.

    `faults` is a list of sentences. None may hold a value out of a record: values go to not_read.csv only.
    """

    def __init__(self, *faults: str, hint: str = ""):
        self.faults = list(faults)
        self.hint = hint
        super().__init__("; ".join(faults))


class StandardError(UserError):
    """A mistake in a standard, told to its author when the standard is built."""

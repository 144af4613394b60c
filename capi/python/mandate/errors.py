"""What goes wrong, by who can mend it."""


class Error(Exception):
    """A call of the library failed; nothing was changed.

    code      the number, as in mandate.h (later versions have more of them)
    name      its name, as in "unknown_reference"
    text      one line of English: what is wrong, which thing, where
    details   all of it as a dict; details["facts"] has the fields, as in {"agency": "BTC"}
    """

    def __init__(self, code, name, text, details):
        super().__init__(text)
        self.code = code
        self.name = name
        self.text = text
        self.details = details

    def __reduce__(self):
        return type(self), (self.code, self.name, self.text, self.details)

    @property
    def facts(self):
        return self.details.get("facts", {})


class UsageError(Error):
    """The call itself is wrong: a parameter is unknown or out of its range."""


class CancelledError(UsageError):
    """The result of what was cancelled was asked for: a forecast."""


class InputError(Error):
    """What was to be recorded or asked is wrong: a form, a reference, a rule of the record."""


class StorageError(Error):
    """The ledger's file: missing, foreign, newer, in use, full, damaged; or a conflict."""


class ConflictError(StorageError):
    """Something else is there than the call was based on: look again, then decide anew. A review
    that is closed says otherwise since the event that was seen; another writer was first; the file
    to be made is there already."""


class MachineError(Error):
    """No memory, a handle used after fork(), or a defect of the library."""


CLASSES = {-1002: CancelledError, -3008: ConflictError}
GROUPS = {1: UsageError, 2: InputError, 3: StorageError, 4: MachineError}


def class_of(code):
    """The class of a code, its own or that of its thousands; Error for groups of later versions."""
    return CLASSES.get(code) or GROUPS.get(-code // 1000, Error)

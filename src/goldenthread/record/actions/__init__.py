"""Actions: the only way in which the record changes.

An action takes keyword arguments only, `by` (the worker) and, where it is to be given, `reason`. It runs in one
transaction with its row in the audit: `@action("entry.make")` sees to both, and notes what was denied. An action asks
`access` who may and `policies` whether the state of things allows it, before it changes anything.
"""

from goldenthread.record.actions.language import Act, action, actions

__all__ = ["Act", "action", "actions"]

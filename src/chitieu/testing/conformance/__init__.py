"""The conformance kit: checks that a province format does what it declares.

A check is a function under `registry.check`; what it needs of a format is a capability, which follows from the
format's own data (`capabilities`); `runner` runs the checks, `report` says what came out, `suite` is the pytest class.
"""

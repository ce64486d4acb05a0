"""Checks of plans: a table of small rules, each with a code, a severity and its sentences.

`check` runs them; `rule` makes one more of a function; `available_rules` lists those there are.
"""

from chitieu.checking.registry import available_rules, get_rule, using_rules
from chitieu.checking.rules import Rule, RuleError, RuleFault, rule
from chitieu.checking.runner import CheckReport, Silence, check, run_checks
from chitieu.checking.subject import Subject

__all__ = [
    "CheckReport",
    "Rule",
    "RuleError",
    "RuleFault",
    "Silence",
    "Subject",
    "available_rules",
    "check",
    "get_rule",
    "rule",
    "run_checks",
    "using_rules",
]

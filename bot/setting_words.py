"""What is wrong with settings, each in a sentence that says what to write instead."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

PREFIX = "MOODMIX_"

_ALIKE = 0.85
"""From here on (1 is the same) a name is taken for a misspelt setting.

Other names are left alone: where moodmix is a service of Kubernetes, MOODMIX_PORT and others are
set without anybody's doing.
"""

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "bool_parsing": "write true or false",
        "bool_type": "write true or false",
        "int_parsing": "write a whole number",
        "int_parsing_size": "write a smaller whole number",
        "int_from_float": "write a whole number",
        "int_type": "write a whole number",
        "float_parsing": "write a number, as 4 or 4.5",
        "float_type": "write a number, as 4 or 4.5",
        "finite_number": "write a number, as 4 or 4.5",
        "greater_than": "write a number above {gt:g}",
        "greater_than_equal": "write {ge:g} or more",
        "less_than": "write a number below {lt:g}",
        "less_than_equal": "write {le:g} or less",
        "literal_error": "write {expected}",
        "enum": "write {expected}",
        "value_error": "{error}",
    }
)
"""By pydantic's names for what can be wrong with one setting."""


def tell_problems(error: ValidationError, fields: Mapping[str, FieldInfo]) -> Iterator[str]:
    """One line for each problem, in the order of the settings; no value is repeated."""
    for problem in error.errors(include_input=False, include_url=False):
        name = str(problem["loc"][0])
        yield f"{PREFIX}{name.upper()}: {_what_to_write(problem, fields[name])}"


def tell_misspelt(names: Collection[str], known: Collection[str]) -> Iterator[str]:
    """One line for each name that is no setting but looks like one.

    names: what is set, with our prefix, in any case; known: names of settings without it.
    """
    for name in sorted(names):
        bare = name.lower().removeprefix(PREFIX.lower())
        if bare in known:
            continue
        for meant in get_close_matches(bare, known, n=1, cutoff=_ALIKE):
            yield f"{name.upper()}: there is no such setting; write {PREFIX}{meant.upper()}"


def _what_to_write(problem: ErrorDetails, field: FieldInfo) -> str:
    words = _WORDS.get(problem["type"])
    if words is None:
        return f"this cannot be used; it means: {field.description}"
    said = words.format_map(problem.get("ctx", {}))
    default = field.get_default()
    if default in (None, "") or isinstance(default, bool) or problem["type"] == "value_error":
        return said
    return f"{said} (without it: {default})"

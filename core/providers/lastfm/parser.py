"""Last.fm's answers as tags with their counts; errors arrive as JSON of their own."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ValidationError

from core.providers.track_parts import tidy_name

RATE_LIMIT_CODE = 29
KEY_CODES = frozenset({4, 10, 26})
"""The key is refused, wrong or suspended."""

REST_AFTER_RATE_LIMIT_S = 30.0
REST_AFTER_KEY_REFUSED_S = 600.0


class _Tag(BaseModel):
    name: str
    count: int = 0


class _Tags(BaseModel):
    tag: list[object] | _Tag = []


class _Found(BaseModel):
    toptags: _Tags


class _Failure(BaseModel):
    error: int


def parse_tags(answer: object) -> Mapping[str, int]:
    """How often each tag is used, 100 for the most frequent, by its name in lower case."""
    try:
        found = _Found.model_validate(answer).toptags.tag
    except ValidationError:
        return {}
    tags = (_tag(item) for item in (found if isinstance(found, list) else [found]))
    return {tidy_name(tag.name).lower(): tag.count for tag in tags if tag and tag.count > 0}


def rest_wish_s(answer: object) -> float:
    """Seconds that Last.fm is better left alone after this answer; 0 where it is no error."""
    try:
        code = _Failure.model_validate(answer).error
    except ValidationError:
        return 0.0
    if code in KEY_CODES:
        return REST_AFTER_KEY_REFUSED_S
    return REST_AFTER_RATE_LIMIT_S if code == RATE_LIMIT_CODE else 0.0


def _tag(item: object) -> _Tag | None:
    try:
        return _Tag.model_validate(item)
    except ValidationError:
        return None

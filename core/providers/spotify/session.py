"""A requests session that takes no more of an answer than it was told to."""

from __future__ import annotations

import io
from typing import Any

import requests
from urllib3.exceptions import HTTPError

from core.providers.http import JSON_LIMIT_BYTES


class BoundedSession(requests.Session):
    """Reads at most 1 MB of an answer and follows no redirect; one request, no retries."""

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        """Send, and raise requests.ConnectionError for an answer too large or cut short."""
        options.update(stream=True, allow_redirects=False)
        response = super().send(request, **options)
        try:
            body = response.raw.read(JSON_LIMIT_BYTES + 1, decode_content=True)
        except HTTPError as error:
            raise requests.ConnectionError(request=request) from error
        finally:
            response.raw.release_conn()
        if len(body) > JSON_LIMIT_BYTES:
            response.close()
            raise requests.ConnectionError(request=request)
        response.raw = io.BytesIO(body)
        return response

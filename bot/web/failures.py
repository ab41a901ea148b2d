"""The page's one funnel of errors: words, a code and a fitting HTTP status."""

from __future__ import annotations

from http import HTTPStatus

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.chat import Chat, code_of
from core.domain.errors import (
    ErrorCode,
    FaceError,
    MediaError,
    MoodmixError,
    RequestError,
    SongError,
)

PLATFORM = "web"

_STATUS_OF_CODE = {
    ErrorCode.MEDIA_TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    ErrorCode.CONSENT_NEEDED: HTTPStatus.FORBIDDEN,
    ErrorCode.NOTHING_TO_RATE: HTTPStatus.NOT_FOUND,
    ErrorCode.NOTHING_TO_CHANGE: HTTPStatus.CONFLICT,
    ErrorCode.NOTHING_IN_DOUBT: HTTPStatus.CONFLICT,
    ErrorCode.ONE_FACE_ONLY: HTTPStatus.CONFLICT,
    ErrorCode.OBSERVATION_OVER: HTTPStatus.CONFLICT,
    ErrorCode.SONG_FILE_GONE: HTTPStatus.NOT_FOUND,
    ErrorCode.BUSY: HTTPStatus.SERVICE_UNAVAILABLE,
    ErrorCode.TIMED_OUT: HTTPStatus.GATEWAY_TIMEOUT,
    ErrorCode.PAGE_OUTDATED: HTTPStatus.FORBIDDEN,
    ErrorCode.REQUEST_REFUSED: HTTPStatus.FORBIDDEN,
    ErrorCode.REQUEST_INVALID: HTTPStatus.BAD_REQUEST,
    ErrorCode.REQUEST_UNKNOWN: HTTPStatus.NOT_FOUND,
}

_CODE_OF_STATUS = {
    HTTPStatus.NOT_FOUND: ErrorCode.REQUEST_UNKNOWN,
    HTTPStatus.METHOD_NOT_ALLOWED: ErrorCode.REQUEST_UNKNOWN,
}


def explain_failures(chat: Chat) -> Middleware:
    """Turns whatever is raised into an answer with words."""

    @web.middleware
    async def explain(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except web.HTTPException as error:
            status = HTTPStatus(error.status)
            code = _CODE_OF_STATUS.get(status, ErrorCode.REQUEST_INVALID)
            return _failure(chat, RequestError(code), status)
        # the funnel: what nobody foresaw becomes an incident in the log and a sentence on the page
        except Exception as error:  # noqa: BLE001 - as said above
            return _failure(chat, error, _status_of(error))

    return explain


def _failure(chat: Chat, error: Exception, status: HTTPStatus) -> web.Response:
    message = chat.explain_failure(error, PLATFORM)
    return web.json_response({"error": {"code": code_of(error), "message": message}}, status=status)


def _status_of(error: Exception) -> HTTPStatus:
    if not isinstance(error, MoodmixError):
        return HTTPStatus.INTERNAL_SERVER_ERROR
    if error.code in _STATUS_OF_CODE:
        return _STATUS_OF_CODE[error.code]
    if isinstance(error, MediaError | FaceError | SongError):
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return HTTPStatus.INTERNAL_SERVER_ERROR

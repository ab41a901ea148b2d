"""How each music service writes its track links, one reader per service.

A reader gets the address of one of its hosts and tells the track, built anew from its id, or
raises SongError with the code that says what the page is instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from core.domain.errors import ErrorCode, SongError
from core.domain.track import Service, TrackLink


@dataclass(frozen=True, slots=True)
class Address:
    """A web address taken apart: lower-case host, path segments, first value of each parameter."""

    host: str
    path: tuple[str, ...]
    parameters: Mapping[str, str]


def not_a_track(page: ErrorCode | None = None, *, service: Service) -> SongError:
    """The error for a page of another kind, which the code tells where the address does."""
    if page is None:
        return SongError(ErrorCode.LINK_NOT_A_TRACK, service=service.value)
    return SongError(page, service=service.value)


def _page_of(path: tuple[str, ...], pages: Mapping[str, ErrorCode]) -> ErrorCode | None:
    """What the first path segment that tells it says the page is."""
    told = (pages[segment.lower()] for segment in path if segment.lower() in pages)
    return next(told, None)


_SPOTIFY_PAGES = {
    "playlist": ErrorCode.LINK_IS_PLAYLIST,
    "album": ErrorCode.LINK_IS_ALBUM,
    "artist": ErrorCode.LINK_IS_ARTIST,
    "episode": ErrorCode.LINK_IS_TALK,
    "show": ErrorCode.LINK_IS_TALK,
    "audiobook": ErrorCode.LINK_IS_TALK,
}


def read_spotify(address: Address) -> TrackLink:
    """Read a page of open.spotify.com or the parts of a ``spotify:`` address."""
    path = address.path
    if path and re.fullmatch(r"intl-[a-z]{2}(-[a-z]{2})?", path[0].lower()):
        path = path[1:]
    if path and path[0].lower() == "embed":
        path = path[1:]
    match path:
        case (kind, track_id) if kind.lower() == "track" and _is_base62(track_id):
            url = f"https://open.spotify.com/track/{track_id}"
            return TrackLink(Service.SPOTIFY, track_id, url)
    raise not_a_track(_page_of(path, _SPOTIFY_PAGES), service=Service.SPOTIFY)


def _is_base62(text: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9]{22}", text) is not None


_YOUTUBE_PATHS = {"shorts", "live", "embed", "v"}
_YOUTUBE_NO_VIDEO = {"videoseries", "live_stream"}
_YOUTUBE_PAGES = {
    "playlist": ErrorCode.LINK_IS_PLAYLIST,
    "videoseries": ErrorCode.LINK_IS_PLAYLIST,
    "channel": ErrorCode.LINK_IS_ARTIST,
    "c": ErrorCode.LINK_IS_ARTIST,
    "user": ErrorCode.LINK_IS_ARTIST,
    "browse": ErrorCode.LINK_IS_ALBUM,
}


def _youtube(address: Address) -> TrackLink:
    path, listed = address.path, "list" in address.parameters
    match path:
        case ("watch",) | ("watch_popup",):
            video = address.parameters.get("v", "")
        case (folder, name, *_) if folder.lower() in _YOUTUBE_PATHS:
            video = name
        case _:
            video = ""
    return _youtube_video(video, ErrorCode.LINK_IS_PLAYLIST if listed else _youtube_page(path))


def _youtu_be(address: Address) -> TrackLink:
    video = address.path[0] if len(address.path) == 1 else ""
    return _youtube_video(video)


def _youtube_video(video: str, otherwise: ErrorCode | None = None) -> TrackLink:
    if re.fullmatch(r"[A-Za-z0-9_-]{11}", video) and video not in _YOUTUBE_NO_VIDEO:
        url = f"https://www.youtube.com/watch?v={video}"
        return TrackLink(Service.YOUTUBE, video, url)
    raise not_a_track(otherwise, service=Service.YOUTUBE)


def _youtube_page(path: tuple[str, ...]) -> ErrorCode | None:
    return (
        ErrorCode.LINK_IS_ARTIST
        if path and path[0].startswith("@")
        else _page_of(path, _YOUTUBE_PAGES)
    )


_APPLE_PAGES = {
    "album": ErrorCode.LINK_IS_ALBUM,
    "playlist": ErrorCode.LINK_IS_PLAYLIST,
    "artist": ErrorCode.LINK_IS_ARTIST,
    "station": ErrorCode.LINK_IS_PLAYLIST,
    "podcast": ErrorCode.LINK_IS_TALK,
}


def _apple(address: Address) -> TrackLink:
    path, country = address.path, "us"
    if path and re.fullmatch(r"[a-z]{2}", path[0].lower()):
        path, country = path[1:], path[0].lower()
    match path:
        case ("album", *_) if _is_number(address.parameters.get("i", "")):
            track_id = address.parameters["i"]
        case ("song", *_, last) if _is_number(last):
            track_id = last
        case _:
            raise not_a_track(_page_of(path, _APPLE_PAGES), service=Service.APPLE)
    url = f"https://music.apple.com/{country}/song/{track_id}"
    return TrackLink(Service.APPLE, track_id, url)


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[0-9]{1,19}", text) is not None


def _apple_podcasts(_address: Address) -> TrackLink:
    raise not_a_track(ErrorCode.LINK_IS_TALK, service=Service.APPLE)


_COMMON_PAGES = {
    "album": ErrorCode.LINK_IS_ALBUM,
    "albums": ErrorCode.LINK_IS_ALBUM,
    "playlist": ErrorCode.LINK_IS_PLAYLIST,
    "playlists": ErrorCode.LINK_IS_PLAYLIST,
    "user-playlists": ErrorCode.LINK_IS_PLAYLIST,
    "mix": ErrorCode.LINK_IS_PLAYLIST,
    "artist": ErrorCode.LINK_IS_ARTIST,
    "artists": ErrorCode.LINK_IS_ARTIST,
    "episode": ErrorCode.LINK_IS_TALK,
    "show": ErrorCode.LINK_IS_TALK,
    "podcasts": ErrorCode.LINK_IS_TALK,
    "audiobook": ErrorCode.LINK_IS_TALK,
}


def _deezer(address: Address) -> TrackLink:
    path = address.path
    if path and re.fullmatch(r"[a-z]{2}(-[a-z]{2})?", path[0].lower()):
        path = path[1:]
    match path:
        case ("track", track_id) if _is_number(track_id):
            url = f"https://www.deezer.com/track/{track_id}"
            return TrackLink(Service.DEEZER, track_id, url)
    raise not_a_track(_page_of(path, _COMMON_PAGES), service=Service.DEEZER)


def _tidal(address: Address) -> TrackLink:
    path = address.path[1:] if address.path[:1] == ("browse",) else address.path
    match path:
        case ("track", track_id) | ("track", track_id, "u") if _is_number(track_id):
            return TrackLink(Service.TIDAL, track_id, f"https://tidal.com/browse/track/{track_id}")
    raise not_a_track(_page_of(path, _COMMON_PAGES), service=Service.TIDAL)


_SOUNDCLOUD_PAGES = {
    "charts",
    "discover",
    "feed",
    "pages",
    "people",
    "search",
    "settings",
    "stream",
    "tags",
    "upload",
    "you",
}
_SOUNDCLOUD_PROFILE_PAGES = {
    "albums",
    "comments",
    "followers",
    "following",
    "likes",
    "popular-tracks",
    "reposts",
    "spotlight",
    "tracks",
}


def _soundcloud(address: Address) -> TrackLink:
    path = address.path
    if not path or path[0].lower() in _SOUNDCLOUD_PAGES:
        raise not_a_track(service=Service.SOUNDCLOUD)
    if "sets" in path[1:2]:
        raise not_a_track(ErrorCode.LINK_IS_PLAYLIST, service=Service.SOUNDCLOUD)
    if len(path) == 1 or path[1].lower() in _SOUNDCLOUD_PROFILE_PAGES:
        raise not_a_track(ErrorCode.LINK_IS_ARTIST, service=Service.SOUNDCLOUD)
    match path:
        # A third segment s-… is the key of a private track, which cannot be looked up without it.
        case (_, _) as kept:
            pass
        case (_, _, key) as kept if key.startswith("s-"):
            pass
        case _:
            raise not_a_track(service=Service.SOUNDCLOUD)
    if not all(re.fullmatch(r"[A-Za-z0-9_-]{1,255}", part) for part in kept):
        raise not_a_track(service=Service.SOUNDCLOUD)
    track_id = "/".join(kept)
    return TrackLink(Service.SOUNDCLOUD, track_id, f"https://soundcloud.com/{track_id}")


def _amazon(address: Address) -> TrackLink:
    match address.path:
        case ("albums", *_) if "trackAsin" in address.parameters:
            track_id = address.parameters["trackAsin"]
        case ("tracks", track_id, *_):
            pass
        case path:
            raise not_a_track(_page_of(path, _COMMON_PAGES), service=Service.AMAZON)
    if not re.fullmatch(r"[A-Z0-9]{10}", track_id):
        raise not_a_track(service=Service.AMAZON)
    return TrackLink(Service.AMAZON, track_id, f"https://{address.host}/tracks/{track_id}")


_AMAZON_COUNTRIES = (
    *("com", "ca", "co.jp", "co.uk", "com.au", "com.br", "com.mx"),
    *("de", "es", "fr", "in", "it", "nl", "pl", "se"),
)

READERS: Mapping[str, Callable[[Address], TrackLink]] = {
    "open.spotify.com": read_spotify,
    "play.spotify.com": read_spotify,
    "youtube.com": _youtube,
    "www.youtube.com": _youtube,
    "m.youtube.com": _youtube,
    "music.youtube.com": _youtube,
    "www.youtube-nocookie.com": _youtube,
    "youtu.be": _youtu_be,
    "www.youtu.be": _youtu_be,
    "music.apple.com": _apple,
    "geo.music.apple.com": _apple,
    "embed.music.apple.com": _apple,
    "itunes.apple.com": _apple,
    "podcasts.apple.com": _apple_podcasts,
    "geo.itunes.apple.com": _apple,
    "deezer.com": _deezer,
    "www.deezer.com": _deezer,
    "tidal.com": _tidal,
    "www.tidal.com": _tidal,
    "listen.tidal.com": _tidal,
    "soundcloud.com": _soundcloud,
    "www.soundcloud.com": _soundcloud,
    "m.soundcloud.com": _soundcloud,
    **{f"music.amazon.{country}": _amazon for country in _AMAZON_COUNTRIES},
}
"""The reader for each host; hosts are compared whole."""

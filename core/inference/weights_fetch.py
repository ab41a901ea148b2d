"""Networks of others that are fetched on demand rather than shipped.

A download ends up under its name only once its SHA-256 is the published one; what came before an
interruption stays beside it and is continued by HTTP Range (RFC 9110, section 14). Proxies are
taken from HTTPS_PROXY, HTTP_PROXY and NO_PROXY, as httpx does.
"""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.request import getproxies

import httpx

from core.domain.errors import ErrorCode, OperationError

_TRIES_PER_ADDRESS = 4
"""A line that breaks more often than this is better tried again later, from where it stopped."""

_ZOO = (
    "https://media.githubusercontent.com/media/opencv/opencv_zoo"
    "/82b38c8f98e7b52aa171400f3e4c722352d0669f"
)
"""Git LFS keeps the zoo's files at this host; raw.githubusercontent.com has only pointers."""

_ZOO_AT_HUGGING_FACE = "https://huggingface.co/opencv/face_detection_yunet/resolve/main"
"""Where OpenCV publishes the same file a second time."""


@dataclass(frozen=True, slots=True)
class FetchableNetwork:
    """A published file, the addresses it can be had from, and how to know it."""

    name: str
    file: str
    sha256: str
    size_bytes: int
    addresses: tuple[str, ...]
    what: str
    licence: str


YUNET = FetchableNetwork(
    name="yunet",
    file="face_detection_yunet_2023mar.onnx",
    sha256="8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4",
    size_bytes=232_589,
    addresses=(
        f"{_ZOO}/models/face_detection_yunet/face_detection_yunet_2023mar.onnx",
        f"{_ZOO_AT_HUGGING_FACE}/face_detection_yunet_2023mar.onnx",
    ),
    what="finds faces, also small and turned ones",
    licence="MIT",
)
"""Wu, Peng and Yu, "YuNet: A Tiny Millisecond-level Face Detector" (2023)."""

FETCHABLE: Mapping[str, FetchableNetwork] = MappingProxyType({YUNET.name: YUNET})


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait: for a connection or the next bytes, and for everything together."""

    step_s: float = 15.0
    whole_s: float = 300.0


class _NotThisWayError(Exception):
    """An address cannot give the file; the text says why, for a person to read."""


class _CutOffError(Exception):
    """The transfer ended early; what has come is kept."""


def is_whole(network: FetchableNetwork, folder: Path) -> bool:
    """Whether the published file, to the last bit, lies in ``folder``."""
    try:
        return _sha256(folder / network.file) == network.sha256
    except OSError:
        return False


def fetch(
    network: FetchableNetwork,
    folder: Path,
    mirror: str | None = None,
    on_progress: Callable[[int], None] = lambda _: None,
    patience: Patience = Patience(),
) -> Path:
    """Download a network into ``folder``, going on where an earlier attempt stopped.

    mirror: address of a folder that holds the file, used instead of the published addresses.
    on_progress: called with the bytes there so far, which fall back where a server starts over.
    Raises OperationError: WEIGHTS_NOT_FETCHED, or FILE_NOT_WRITABLE for the disk.
    """
    target = folder / network.file
    addresses = (f"{mirror.rstrip('/')}/{network.file}",) if mirror else network.addresses
    deadline = time.monotonic() + patience.whole_s
    reasons: list[str] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _client(patience) as client:
            for address in addresses:
                transfer = _Transfer(client, address, network, target, on_progress, deadline)
                try:
                    transfer.run()
                except _NotThisWayError as error:
                    reasons.append(str(error))
                else:
                    return target
    except _NotThisWayError as error:
        reasons.append(str(error))
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_WRITABLE, path=str(target), reason=error.strerror or str(error)
        ) from error
    raise OperationError(
        ErrorCode.WEIGHTS_NOT_FETCHED,
        name=network.name,
        reason="; ".join(reasons),
        file=network.file,
        address=addresses[0],
        folder=str(folder),
    )


def _client(patience: Patience) -> httpx.Client:
    try:
        return httpx.Client(
            timeout=patience.step_s,
            follow_redirects=True,
            # sizes and ranges count the bytes of the file itself
            headers={"Accept-Encoding": "identity"},
        )
    except (ValueError, ImportError, OSError) as error:
        raise _NotThisWayError(
            "the proxy or certificates that the environment names cannot be used "
            f"({error}); check HTTPS_PROXY, ALL_PROXY and SSL_CERT_FILE"
        ) from error


@dataclass(frozen=True, slots=True)
class _Transfer:
    """One file from one address."""

    client: httpx.Client
    address: str
    network: FetchableNetwork
    target: Path
    on_progress: Callable[[int], None]
    deadline: float

    @property
    def draft(self) -> Path:
        return self.target.with_name(f"{self.target.name}.part")

    @property
    def host(self) -> str:
        return httpx.URL(self.address).host or self.address

    def run(self) -> None:
        """Put the file in place; raises _NotThisWayError, or OSError for the disk."""
        reason = ""
        for _ in range(_TRIES_PER_ADDRESS):
            have = self._have()
            try:
                self._go_on_from(have)
            except _CutOffError as error:
                reason = str(error)
                continue
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                reason = self._in_words(error)
                if self._have() > have:
                    continue
                raise _NotThisWayError(reason) from error
            if _sha256(self.draft) == self.network.sha256:
                self.draft.replace(self.target)
                return
            self.draft.unlink()
            reason = (
                f"what {self.host} sent is not that file (its checksum differs) and was removed"
            )
            if not have:
                break
        raise _NotThisWayError(reason)

    def _have(self) -> int:
        try:
            return self.draft.stat().st_size
        except FileNotFoundError:
            return 0

    def _go_on_from(self, have: int) -> None:
        """Append what is missing, or start over where the server cannot continue."""
        if have == self.network.size_bytes:
            return
        headers = {"Range": f"bytes={have}-"} if have else {}
        with self.client.stream("GET", self.address, headers=headers) as response:
            if have and not _continues(response, have):
                if response.status_code != httpx.codes.OK:
                    self.draft.unlink()
                    raise _CutOffError(f"{self.host} could not continue the download")
                have = 0
            self._refuse_other_answers(response)
            with self.draft.open("ab" if have else "wb") as draft:
                for part in response.iter_raw():
                    have += len(part)
                    self._refuse_excess(have)
                    draft.write(part)
                    self.on_progress(have)
        if have < self.network.size_bytes:
            raise _CutOffError(
                f"{self.host} sent only {have:,} of {self.network.size_bytes:,} bytes"
            )

    def _refuse_other_answers(self, response: httpx.Response) -> None:
        if not response.is_success:
            raise _NotThisWayError(f"{self.host} answered HTTP {response.status_code}")
        if response.headers.get("content-type", "").startswith("text/html"):
            raise _NotThisWayError(
                f"{self.host} sent a web page instead of the file, as a login page or a filter "
                "on the way does"
            )

    def _refuse_excess(self, have: int) -> None:
        if have > self.network.size_bytes:
            with contextlib.suppress(FileNotFoundError):
                self.draft.unlink()
            raise _NotThisWayError(f"what {self.host} sent is larger than that file")
        if time.monotonic() > self.deadline:
            raise _NotThisWayError(f"{self.host} is too slow")

    def _in_words(self, error: Exception) -> str:
        if isinstance(error, httpx.ProxyError):
            return f"the proxy did not let the request through ({error})"
        if isinstance(error, httpx.TimeoutException):
            return f"{self.host} did not answer in time"
        if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL):
            return f"{self.address} is no web address"
        way = " through the proxy in HTTPS_PROXY, HTTP_PROXY or ALL_PROXY" if getproxies() else ""
        return f"{self.host} could not be reached{way} ({str(error) or type(error).__name__})"


def _continues(response: httpx.Response, have: int) -> bool:
    """Whether a partial answer begins exactly where our part ends."""
    begins = response.headers.get("content-range", "").startswith(f"bytes {have}-")
    return response.status_code == httpx.codes.PARTIAL_CONTENT and begins


def _sha256(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()

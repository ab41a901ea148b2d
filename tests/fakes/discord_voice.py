"""A voice server: its websocket (version 8, over TLS) and the UDP port that sound is sent to.

Shapes and refusals follow Discord's documentation; sound comes encrypted between the bot and the
server only (DAVE version 0, which Discord still speaks with whoever knows no better).
"""

from __future__ import annotations

import asyncio
import datetime as dt
import ipaddress
import json
import secrets
import ssl
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import av
import nacl.secret
import numpy as np
from aiohttp import WSMsgType, web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from numpy.typing import NDArray

IDENTIFY, SELECT_PROTOCOL, READY, HEARTBEAT, DESCRIPTION, SPEAKING = 0, 1, 2, 3, 4, 5
HEARTBEAT_ACK, RESUME, HELLO, RESUMED = 6, 7, 8, 9

SESSION_NO_LONGER_VALID, SERVER_CRASHED = 4006, 4015
MODE = "aead_xchacha20_poly1305_rtpsize"
MODES = ("aead_aes256_gcm_rtpsize", MODE)

RATE_HZ = 48_000
PACKET_SAMPLES = 960
SILENCE = b"\xf8\xff\xfe"
"""What players send between songs, so that nobody's decoder goes on inventing sound."""

_RTP = struct.Struct(">BBHII")
_DISCOVERY_BYTES = 74


@dataclass(frozen=True)
class Packet:
    """20 ms of sound as they came. at: seconds on the loop's clock."""

    sequence: int
    timestamp: int
    opus: bytes
    at: float


@dataclass
class VoiceServer:
    """One server for all rooms; what came is kept in the order it came in."""

    certificate: Path
    token: str = field(default_factory=lambda: secrets.token_hex(8))
    refusal: int | None = None
    """A code that every IDENTIFY is answered with."""
    deaf: bool = False
    """Whether it never says hello."""
    packets: list[Packet] = field(default_factory=list)
    speaking: list[int] = field(default_factory=list)
    log: list[str] = field(default_factory=list)

    async def start(self) -> None:
        """Listen on free ports of 127.0.0.1."""
        loop = asyncio.get_running_loop()
        self._key = secrets.token_bytes(32)
        self._ssrc = secrets.randbelow(2**31)
        self._lines: set[web.WebSocketResponse] = set()
        self._udp, _ = await loop.create_datagram_endpoint(
            lambda: _Ear(self), local_addr=("127.0.0.1", 0)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate)
        app = web.Application()
        app.add_routes([web.get("/", self._serve)])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=context)
        await site.start()
        self.endpoint = f"127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Hang up and stop listening."""
        await self.hang_up(1001)
        self._udp.close()
        await self._runner.cleanup()

    def chatter(self) -> None:
        """Somebody else in the room speaks: the bot gets a packet that it has no use for."""
        self._udp.sendto(bytes(64), self._bot)

    async def hang_up(self, code: int) -> None:
        """Close all lines with a code."""
        for line in tuple(self._lines):
            await line.close(code=code)

    def songs(self) -> list[list[Packet]]:
        """What came, parted at the silence that ends each song."""
        parts: list[list[Packet]] = [[]]
        for packet in self.packets:
            if packet.opus != SILENCE:
                parts[-1].append(packet)
            elif parts[-1]:
                parts.append([])
        return [part for part in parts if part]

    async def _serve(self, request: web.Request) -> web.WebSocketResponse:
        assert request.query["v"] == "8"
        line = web.WebSocketResponse()
        await line.prepare(request)
        self._lines.add(line)
        if not self.deaf:
            await _send(line, HELLO, {"v": 8, "heartbeat_interval": 13_750})
        async for message in line:
            if message.type is WSMsgType.TEXT:
                payload = json.loads(message.data)
                await self._receive(line, payload["op"], payload["d"])
        self._lines.discard(line)
        return line

    async def _receive(self, line: web.WebSocketResponse, op: int, data: dict[str, Any]) -> None:
        match op:
            case _ if self.deaf:
                pass
            case _ if op in (IDENTIFY, RESUME) and (self.refusal or data["token"] != self.token):
                self.log.append("refused")
                await line.close(code=self.refusal or 4004)
            case _ if op == IDENTIFY:
                assert set(data) >= {"server_id", "user_id", "session_id"}
                self.log.append("identified")
                host, port = self._udp.get_extra_info("sockname")
                ready = {"ssrc": self._ssrc, "ip": host, "port": port, "modes": MODES}
                await _send(line, READY, ready)
            case _ if op == RESUME:
                self.log.append("resumed")
                await _send(line, RESUMED, None)
            case _ if op == SELECT_PROTOCOL:
                assert data["protocol"] == "udp"
                assert data["data"]["mode"] == MODE
                self.log.append("described")
                described = {"mode": MODE, "secret_key": list(self._key)}
                await _send(line, DESCRIPTION, {**described, "dave_protocol_version": 0})
            case _ if op == SPEAKING:
                assert data["ssrc"] == self._ssrc
                self.speaking.append(data["speaking"])
            case _ if op == HEARTBEAT:
                await _send(line, HEARTBEAT_ACK, {"t": data["t"]})
            case _:
                await line.close(code=4001)

    def discover(self, datagram: bytes, address: tuple[str, int]) -> None:
        """Tell whoever asks where they seem to be."""
        kind, length, ssrc = struct.unpack_from(">HHI", datagram)
        assert (kind, length, ssrc) == (1, _DISCOVERY_BYTES - 4, self._ssrc)
        host, port = self._bot = address
        answer = struct.pack(">HHI64sH", 2, length, ssrc, host.encode(), port)
        self._udp.sendto(answer, address)

    def hear(self, datagram: bytes) -> None:
        """Decrypt a packet of sound; one that is forged or cut fails the test."""
        head, sealed, counter = datagram[: _RTP.size], datagram[_RTP.size : -4], datagram[-4:]
        version, kind, sequence, timestamp, ssrc = _RTP.unpack(head)
        assert (version, kind, ssrc) == (0x80, 0x78, self._ssrc)
        opus = nacl.secret.Aead(self._key).decrypt(sealed, head, counter + bytes(20))
        now = asyncio.get_running_loop().time()
        self.packets.append(Packet(sequence, timestamp, opus, now))


class _Ear(asyncio.DatagramProtocol):
    def __init__(self, server: VoiceServer) -> None:
        self._server = server

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if len(data) == _DISCOVERY_BYTES and data[:2] == b"\x00\x01":
            self._server.discover(data, addr)
        else:
            self._server.hear(data)


def decoded(packets: list[bytes]) -> NDArray[np.float32]:
    """What listeners hear of Opus packets: (samples, 2) at 48 kHz."""
    decoder = av.CodecContext.create("libopus", "r")
    decoder.sample_rate, decoder.layout, decoder.format = RATE_HZ, "stereo", "s16"
    frames = [frame for packet in packets for frame in decoder.decode(av.Packet(packet))]
    blocks = [frame.to_ndarray().reshape(-1, 2) for frame in frames]
    return np.concatenate(blocks).astype(np.float32) / 2**15


def write_certificate(path: Path) -> None:
    """A certificate for 127.0.0.1 that vouches for itself, with its key (PEM)."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "a local voice server")])
    now = dt.datetime.now(dt.UTC)
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(private + pem)


async def _send(line: web.WebSocketResponse, op: int, data: Any) -> None:
    await line.send_str(json.dumps({"op": op, "d": data}))

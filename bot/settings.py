"""Settings: the only reader of the environment. Names start with ``MOODMIX_``.

Every problem is reported at once, by name, with what to write instead. What holds between two
settings is therefore checked with the later of them, and not once all are right.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    EnvSettingsSource,
    SettingsConfigDict,
)

from bot.setting_rules import (
    DataKeys,
    DiscordToken,
    HeaderWords,
    HttpAddress,
    Port,
    PublicAddress,
    TelegramToken,
    WebSocketAddress,
    check_belong_together,
    check_port_is_free,
)
from bot.setting_words import PREFIX, tell_misspelt, tell_problems
from core.domain.errors import ErrorCode, OperationError
from core.domain.mood_timeline import VideoReading


class Settings(BaseSettings):
    """All settings with their defaults; empty values count as not set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        validate_default=True,
    )

    data_dir: Path = Field(
        default_factory=lambda: Path.home() / ".moodmix",
        description="Where the database, the key file and downloads live.",
    )
    data_key: DataKeys | None = Field(
        default=None,
        description="Key that seals what people told, instead of data.key in the data folder; "
        "several with commas between them, the newest first.",
    )
    keep_days: int = Field(
        default=365,
        ge=0,
        le=36_500,
        description="Days that moods, mixes and ratings are kept; 0 until somebody sends /forget.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="How much is logged to standard error."
    )
    log_format: Literal["text", "json"] = Field(
        default="text", description="How it is logged: text to be read, or JSON, one line each."
    )

    web_enabled: bool = Field(default=True, description="Serve the local chat page.")
    web_host: str = Field(default="127.0.0.1", description="Address the chat page listens on.")
    web_port: Port = Field(default=8765, description="Port of the chat page; 0 takes a free one.")

    telegram_token: TelegramToken | None = Field(
        default=None, description="Bot token from @BotFather."
    )
    telegram_api_url: HttpAddress = Field(
        default="https://api.telegram.org", description="Bot API server, for a self-hosted one."
    )
    telegram_webhook_url: PublicAddress | None = Field(
        default=None,
        description="Public https address of your own where Telegram delivers updates; unset, "
        "they are polled for.",
    )
    telegram_webhook_host: str = Field(
        default="127.0.0.1", description="Address the webhook listens on, behind your proxy."
    )
    telegram_webhook_port: Port = Field(default=8443, description="Port of the webhook.")
    discord_token: DiscordToken | None = Field(
        default=None, description="Bot token of the Discord app."
    )
    discord_api_url: HttpAddress = Field(
        default="https://discord.com/api/v10", description="Discord's HTTP interface."
    )
    discord_gateway_url: WebSocketAddress = Field(
        default="wss://gateway.discord.gg/", description="Discord's gateway."
    )
    discord_message_content: bool = Field(
        default=False,
        description="Read selfies posted in guilds (needs the Message Content intent).",
    )
    discord_voice: bool = Field(
        default=False,
        description='Play lists in voice channels (pip install "discord.py[voice]").',
    )
    discord_shards: int = Field(
        default=0,
        ge=0,
        le=1000,
        description="Connections to Discord's gateway; 0 takes as many as Discord recommends.",
    )

    share_library: bool = Field(
        default=False,
        description="Recommend and send songs of your library to whoever chats with the bots.",
    )

    spotify_client_id: str | None = Field(default=None, description="Spotify app: client id.")
    spotify_client_secret: SecretStr | None = Field(
        default=None, description="Spotify app: secret."
    )
    spotify_api_url: HttpAddress = Field(
        default="https://api.spotify.com/v1/", description="Spotify Web API."
    )
    spotify_token_url: HttpAddress = Field(
        default="https://accounts.spotify.com/api/token", description="Spotify token address."
    )
    reccobeats_url: HttpAddress = Field(
        default="https://api.reccobeats.com/v1", description="ReccoBeats."
    )
    deezer_url: HttpAddress = Field(default="https://api.deezer.com", description="Deezer.")
    itunes_url: HttpAddress = Field(
        default="https://itunes.apple.com", description="iTunes Search."
    )
    spotify_oembed_url: HttpAddress = Field(
        default="https://open.spotify.com/oembed",
        description="Spotify oEmbed, for titles without keys.",
    )
    youtube_oembed_url: HttpAddress = Field(
        default="https://www.youtube.com/oembed", description="YouTube oEmbed."
    )
    soundcloud_oembed_url: HttpAddress = Field(
        default="https://soundcloud.com/oembed", description="SoundCloud oEmbed."
    )
    tidal_oembed_url: HttpAddress = Field(
        default="https://oembed.tidal.com", description="Tidal oEmbed."
    )
    musicbrainz_url: HttpAddress = Field(
        default="https://musicbrainz.org/ws/2", description="MusicBrainz."
    )
    listenbrainz_url: HttpAddress = Field(
        default="https://labs.api.listenbrainz.org", description="ListenBrainz Labs."
    )
    lastfm_key: SecretStr | None = Field(
        default=None, description="Last.fm API key, for how listeners tag a song."
    )
    lastfm_url: HttpAddress = Field(
        default="https://ws.audioscrobbler.com/2.0", description="Last.fm."
    )
    contact: HeaderWords | None = Field(
        default=None,
        description="Your mail or web address, told to music services; MusicBrainz asks for one.",
    )
    online: bool = Field(
        default=True, description="Ask music services; off, only the catalogue is used."
    )
    provider_timeout_s: float = Field(
        default=4.0, gt=0, le=60, description="Longest wait for one answer of a music service."
    )

    face_detector: str = Field(
        default="auto",
        description="auto, haar, yunet, or a DeepFace detector by name (mtcnn, retinaface, …).",
    )
    yunet_model: Path | None = Field(
        default=None,
        description="Path of a face_detection_yunet ONNX file; `moodmix weights fetch` needs none.",
    )
    weights_url: HttpAddress | None = Field(
        default=None,
        description="Mirror for `moodmix weights fetch`: address of a folder with the files.",
    )
    emotion_engine: Literal["auto", "moodnet", "deepface"] = Field(
        default="auto",
        description="What reads the face: moodnet is our network, deepface DeepFace's; auto is "
        "ours, but for your own face on the page the network you trained on it, if you did.",
    )
    video_reading: VideoReading = Field(
        default=VideoReading.MEAN,
        description="How a video becomes one emotion: mean, seconds, majority or convlstm.",
    )
    worker_threads: int = Field(
        default=2, ge=1, le=32, description="Pictures and songs read at once."
    )
    queue_limit: int = Field(
        default=500, ge=1, le=1000, description="Requests waiting in line before 'busy'."
    )

    metrics_port: Port | None = Field(
        default=None,
        description="Port of 127.0.0.1 for /healthz and /metrics; none unless set, 0 takes any.",
    )
    drain_s: float = Field(
        default=20.0,
        ge=0,
        le=300,
        description="Seconds a stop waits for answers under way; a second signal ends at once.",
    )

    @field_validator("data_dir", "yunet_model")
    @classmethod
    def _expand_home(cls, path: Path | None) -> Path | None:
        return path.expanduser() if path else None

    @field_validator("spotify_client_secret")
    @classmethod
    def _spotify_needs_both(
        cls, secret: SecretStr | None, info: ValidationInfo
    ) -> SecretStr | None:
        check_belong_together(secret, "spotify_client_id", info.data)
        return secret

    @field_validator("web_port", "telegram_webhook_port", "metrics_port")
    @classmethod
    def _ports_differ(cls, port: int | None, info: ValidationInfo) -> int | None:
        check_port_is_free(str(info.field_name), port, info.data)
        return port


def load_settings() -> Settings:
    """Read the environment and ``.env``; raises OperationError naming every bad setting."""
    problems: list[str] = []
    try:
        problems += tell_misspelt(_names_set(), Settings.model_fields)
        settings = Settings()
    except ValidationError as error:
        problems += tell_problems(error, Settings.model_fields)
        raise _invalid(problems) from error
    except (OSError, UnicodeError) as error:
        raise _invalid([f".env cannot be read as text ({type(error).__name__})"]) from error
    if problems:
        raise _invalid(problems)
    return settings


def _names_set() -> set[str]:
    """Names with our prefix in the environment and in ``.env``."""
    sources = (EnvSettingsSource(Settings), DotEnvSettingsSource(Settings))
    names = {name for source in sources for name in source.env_vars}
    return {name for name in names if name.upper().startswith(PREFIX)}


def _invalid(problems: list[str]) -> OperationError:
    return OperationError(ErrorCode.SETTINGS_INVALID, problems="\n".join(problems))

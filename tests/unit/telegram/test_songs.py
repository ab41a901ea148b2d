from __future__ import annotations

import numpy as np
import pytest
import soundfile

from bot.telegram.songs import SongForm, form_of
from core.domain.library import PlayableSong
from core.domain.track import Track


@pytest.mark.parametrize(
    ("suffix", "subtype", "form"),
    [
        (".mp3", "MPEG_LAYER_III", SongForm.MUSIC),
        (".opus", "OPUS", SongForm.VOICE),
        (".oga", "OPUS", SongForm.VOICE),
        (".ogg", "VORBIS", SongForm.FILE),
        (".flac", "PCM_16", SongForm.FILE),
        (".wav", "PCM_16", SongForm.FILE),
    ],
)
def test_a_song_is_sent_as_what_telegram_can_play(tmp_path, suffix, subtype, form):
    kind = {".mp3": "MP3", ".flac": "FLAC", ".wav": "WAV"}.get(suffix, "OGG")
    path = tmp_path / f"song{suffix}"
    soundfile.write(path, np.zeros(4_800), 48_000, format=kind, subtype=subtype)
    song = PlayableSong(Track("Song"), path.read_bytes(), suffix, None)
    assert form_of(song) is form

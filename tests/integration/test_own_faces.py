"""One's own faces through the real wiring: who has an album, and whose face is read by whom."""

from __future__ import annotations

import re
import shutil
from importlib.resources import files
from pathlib import Path

import aiohttp
import numpy as np
import pytest

from bot.settings import Settings
from bot.web.guard import TOKEN_HEADER
from bot.web.server import PageServer
from bot.wiring.chats import open_chats
from bot.wiring.kitchen import open_kitchen
from core.domain.emotion import Emotion
from core.domain.errors import ConversationError, ErrorCode
from core.domain.media import Upload
from core.inference.emotion.moodnet import MoodNetEngine
from core.inference.emotion.personal import PERSONAL
from core.inference.weights import read_manifest
from core.storage.face_folder import own_faces_folder
from models.emotion.data import load_split
from models.manifest import write_entry


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path / "data", online=False, web_port=0)


@pytest.fixture
def selfie(shared_data: Path) -> Upload:
    return Upload((shared_data / "faces" / "single" / "posed_sad.jpg").read_bytes())


def leave_personal_network(settings: Settings) -> None:
    """The shipped one under another name."""
    folder = settings.data_dir / "weights"
    folder.mkdir(parents=True)
    shutil.copy(str(files("models") / "weights" / "moodnet.onnx"), folder / "personal.onnx")
    card = read_manifest()["moodnet"]
    write_entry(
        PERSONAL,
        file="personal.onnx",
        task=card.task,
        labels=card.labels,
        input_shape=card.input_shape,
        preprocessing=card.preprocessing,
        licence="yours",
        terms="yours",
        measured={"held_out": 40, "right_before": 20, "right_after": 30},
        calibration=card.calibration,
        folder=folder,
    )


async def test_the_album_is_the_owners_alone_and_needs_consent(
    settings: Settings, selfie: Upload
) -> None:
    async with open_chats(settings) as chats:
        assert chats.public.own_faces is None
        album, me = chats.own.own_faces, chats.own.pseudonyms.person("web", "local")
        assert album is not None
        with pytest.raises(ConversationError) as caught:
            await album.add(me, Emotion.SAD, selfie)
        assert caught.value.code is ErrorCode.CONSENT_NEEDED
        assert not own_faces_folder(settings.data_dir).exists()
        await chats.own.companion.give_consent(me)
        assert (await album.add(me, Emotion.SAD, selfie)).counts[Emotion.SAD] == 1


async def test_the_page_erases_the_album_and_what_was_learned_with_everything(
    settings: Settings, selfie: Upload
) -> None:
    async with open_chats(settings) as chats:
        me = chats.own.pseudonyms.person("web", "local")
        await chats.own.companion.give_consent(me)
        assert chats.own.own_faces is not None
        await chats.own.own_faces.add(me, Emotion.SAD, selfie)
        leave_personal_network(settings)
        assert (await chats.own.own_faces.state()).network is not None
        page = PageServer("127.0.0.1", 0, chats.own)
        await page.start()
        try:
            async with aiohttp.ClientSession() as browser:
                html = await (await browser.get(page.address)).text()
                token = re.search(r'name="moodmix-token" content="(.+?)"', html)
                assert token
                headers = {"Origin": page.address.rstrip("/"), TOKEN_HEADER: token[1]}
                asked = f"{page.address}api/forget"
                async with browser.post(asked, json={}, headers=headers) as done:
                    assert done.status == 200
        finally:
            await page.stop()
        assert not own_faces_folder(settings.data_dir).exists()
        assert (await chats.own.own_faces.state()).network is None
        assert list((settings.data_dir / "weights").iterdir()) == []


async def test_a_personal_network_reads_its_owner_and_nobody_else(
    settings: Settings, selfie: Upload
) -> None:
    leave_personal_network(settings)
    for shared in (False, True):
        asked = settings.model_copy(update={"share_library": shared})
        async with open_kitchen(asked) as kitchen:
            own = (await kitchen.mixes.understand(selfie, None)).face
            public = (await kitchen.public_mixes.understand(selfie, None)).face
        assert own is not None
        assert public is not None
        assert (own.engine, public.engine) == ("personal", "moodnet")


async def test_the_settings_can_keep_the_shipped_network(
    settings: Settings, selfie: Upload
) -> None:
    leave_personal_network(settings)
    asked = settings.model_copy(update={"emotion_engine": "moodnet"})
    async with open_chats(asked) as chats:
        assert chats.own.own_faces is not None
        assert (await chats.own.own_faces.state()).network is None
    async with open_kitchen(asked) as kitchen:
        read = (await kitchen.mixes.understand(selfie, None)).face
    assert read is not None
    assert read.engine == "moodnet"


async def test_training_reads_the_album_as_the_network_saw_the_faces(
    settings: Settings, selfie: Upload
) -> None:
    async with open_chats(settings) as chats:
        me = chats.own.pseudonyms.person("web", "local")
        await chats.own.companion.give_consent(me)
        assert chats.own.own_faces is not None
        await chats.own.own_faces.add(me, Emotion.SAD, selfie)
    kept = load_split(own_faces_folder(settings.data_dir), "all")
    assert kept.names == ("sad/0001.png",)
    async with open_kitchen(settings) as kitchen:
        read = await kitchen.face_reader.read_face(selfie)
    again = MoodNetEngine.load().read(list(kept.pixels))[0]
    assert np.allclose(again, list(read.emotion.probabilities.values()), atol=1e-5)

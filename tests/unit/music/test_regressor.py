from dataclasses import replace

import numpy as np
import pytest

from core.domain.errors import ErrorCode, OperationError
from core.inference.music.encoder import MusicEncoder
from core.inference.music.features import SAMPLE_RATE_HZ
from core.inference.music.regressor import NETWORK, MusicRegressor, input_names
from core.inference.weights import load_network


@pytest.fixture(scope="module")
def shipped():
    return load_network(NETWORK)


@pytest.fixture(scope="module")
def encoder():
    return MusicEncoder.load()


def test_the_manifest_states_terms_and_cross_validated_figures(shipped):
    card = shipped[1]
    assert card.labels == ("valence", "arousal")
    assert card.input_shape == (len(input_names()),)
    assert "non-commercial" in card.terms
    assert card.measured["valence_r2_cross_validated"] >= 0.52
    assert card.measured["arousal_r2_cross_validated"] >= 0.55
    assert card.measured["quadrants_accuracy_cross_validated"] >= 0.67
    assert card.measured["mirex_accuracy_cross_validated"] >= 0.44


@pytest.mark.parametrize(
    "change",
    [
        {"feature_version": -1},
        {"sample_rate_hz": 8000},
        {"patch_version": -1},
        {"encoder": "another file"},
    ],
    ids=["other features", "other rate", "other patches", "other encoder"],
)
def test_a_network_made_for_other_input_is_refused(shipped, encoder, change):
    session, card = shipped
    other = replace(card, preprocessing={**card.preprocessing, **change})
    with pytest.raises(OperationError) as caught:
        MusicRegressor(session, other, encoder)
    assert caught.value.code is ErrorCode.WEIGHTS_BROKEN
    assert caught.value.params["name"] == NETWORK


def test_a_network_that_tells_something_else_is_refused(shipped, encoder):
    session, card = shipped
    with pytest.raises(OperationError) as caught:
        MusicRegressor(session, replace(card, labels=("arousal", "valence")), encoder)
    assert caught.value.code is ErrorCode.WEIGHTS_BROKEN


@pytest.mark.parametrize("value", [0.0, -1e9, 1e9, 1e30])
def test_the_network_stays_in_range_on_features_never_met(shipped, encoder, value):
    features = np.full((3, len(input_names())), value, np.float32)
    read = MusicRegressor(*shipped, encoder).read(features)
    assert read.ratings.shape == read.spread.shape == (3, 2)
    assert np.abs(read.ratings).max() <= 1
    assert (read.spread > 0).all()
    for shares, width in ((read.moods, 8), (read.quadrants, 4), (read.clusters, 5)):
        assert shares.shape == (3, width)
        assert (shares >= 0).all()
        np.testing.assert_allclose(shares.sum(axis=1), 1, atol=1e-5)


def test_a_batch_is_rated_as_its_rows_are(shipped, encoder):
    features = np.random.default_rng(0).normal(0, 30, (4, len(input_names())))
    features = features.astype(np.float32)
    regressor = MusicRegressor(*shipped, encoder)
    together = regressor.read(features)
    for place, row in enumerate(features):
        alone = regressor.read(row[None])
        np.testing.assert_allclose(together.ratings[place], alone.ratings[0], atol=1e-5)
        np.testing.assert_allclose(together.moods[place], alone.moods[0], atol=1e-5)


def test_turning_a_song_down_moves_its_rating_only_a_little():
    time = np.arange(SAMPLE_RATE_HZ * 6) / SAMPLE_RATE_HZ
    beat = np.random.default_rng(0).normal(size=time.size) * np.exp(-(time % 0.5) * 20)
    song = (0.3 * np.sin(2 * np.pi * 220 * time) + 0.3 * beat).astype(np.float32)
    regressor = MusicRegressor.load()
    assert regressor.rate(song).distance(regressor.rate(song * np.float32(0.1))) < 0.4

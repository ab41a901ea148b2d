import numpy as np
import pytest

from core.inference.music.features import feature_names

pytest.importorskip("sklearn", reason="training needs scikit-learn")

from models.music.data import SongSet, rescale
from models.music.evaluate import cross_validate
from models.music.model import Recipe, fit, leave_out, normalise, quantiles

RECIPE = Recipe(2.0, (0.8, 0.8), (0.5, 0.5))


def songs(count=160, signal=1.0, seed=0):
    random = np.random.default_rng(seed)
    features = random.normal(size=(count, len(feature_names()))).astype(np.float32)
    hidden = features[:, :80].mean(axis=1) * np.sqrt(80)
    targets = np.stack([np.tanh(signal * hidden) / 2, np.tanh(-signal * hidden) / 2], axis=1)
    if signal == 0:
        targets = random.uniform(-0.5, 0.5, (count, 2))
    return SongSet(
        tuple(map(str, range(count))), features, targets, np.arange(count, dtype=np.int64) % 4 + 1
    )


def test_listeners_ratings_map_onto_the_plane():
    assert [rescale(value) for value in (1, 5, 9)] == [-1, 0, 1]


def test_ranks_are_monotone_bounded_and_know_no_unit():
    column = np.random.default_rng(0).lognormal(size=(300, 1)).astype(np.float32)
    ranks = normalise(column, quantiles(column))[:, 0]
    order = column[:, 0].argsort()
    assert (np.diff(ranks[order]) >= 0).all()
    assert ranks.min() == pytest.approx(-0.5)
    assert ranks.max() == pytest.approx(0.5)
    scaled = column * np.float32(1000)
    np.testing.assert_allclose(normalise(scaled, quantiles(scaled))[:, 0], ranks, atol=1e-3)


def test_a_feature_that_never_changes_does_no_harm():
    column = np.full((50, 1), 3.0, np.float32)
    assert np.isfinite(normalise(column, quantiles(column))).all()


def test_a_fit_learns_what_features_tell():
    data = songs()
    predicted = fit(data.features, data.targets, RECIPE).predict(data.features)
    assert np.corrcoef(predicted[:, 0], data.targets[:, 0])[0, 1] > 0.8
    assert np.abs(predicted).max() <= 1


def test_every_song_is_left_out_once_with_its_whole_fold():
    folds = songs().folds
    seen = np.zeros(len(folds), int)
    for training, test in leave_out(folds):
        assert not set(folds[training]) & set(folds[test])
        seen += test
    assert (seen == 1).all()


@pytest.mark.parametrize(("signal", "low", "high"), [(1.0, 0.15, 1.0), (0.0, -0.5, 0.1)])
def test_cross_validation_finds_a_signal_and_finds_none_in_chance(signal, low, high):
    evaluation = cross_validate(songs(signal=signal))
    assert len(evaluation.recipes) == 4
    for target in ("valence", "arousal"):
        score = evaluation.overall(target)
        assert score.n == 160
        assert low < score.r2 < high


def test_the_exported_graph_computes_what_the_training_code_does():
    pytest.importorskip("onnx", reason="exporting needs onnx")
    import onnxruntime as ort

    from models.music.export import build_graph

    data = songs()
    model = fit(data.features, data.targets, RECIPE)
    session = ort.InferenceSession(build_graph(model).SerializeToString())
    (ratings,) = session.run(None, {"features": data.features})
    np.testing.assert_allclose(ratings, model.predict(data.features), atol=1e-4)

import numpy as np
import pytest

from core.inference.music.regressor import input_names

pytest.importorskip("sklearn", reason="training needs scikit-learn")

from models.music.choosing import MIDDLE, choose, cross_validate, mean_predictions
from models.music.clips import NO_FOLD, UNLABELLED, Clips, Source
from models.music.kernel import KNOTS, Ranks, Setting, fit_network
from models.music.report import WHOLE, Measured
from models.music.splits import cut, splits
from models.music.tasks import LABELS, RATINGS, Task, targets

COUNT = 240


def made_up(signal=1.0, seed=0):
    """A third of the clips from each collection, two by each artist; features that tell, or not."""
    random = np.random.default_rng(seed)
    hidden = random.normal(size=COUNT)
    features = random.normal(size=(COUNT, len(input_names())))
    features[:, :80] += signal * hidden[:, None]
    features = features.astype(np.float32)
    sources = np.array([list(Source)[place % 3] for place in range(COUNT)])
    rated = sources == Source.DEAM
    ratings = np.where(rated[:, None], np.tanh(np.stack([hidden, -hidden], axis=1)) / 2, np.nan)
    quadrants = np.where(hidden > 0, 0, 2)
    clusters = np.where(hidden > 0, 1, 4)
    clips = Clips(
        files=tuple(map(str, range(COUNT))),
        sources=sources,
        ratings=ratings,
        deviations=np.where(rated[:, None], 0.3, np.nan) * np.ones((1, 2)),
        quadrants=np.where(sources == Source.QUADRANTS, quadrants, UNLABELLED),
        clusters=np.where(sources == Source.MIREX, clusters, UNLABELLED),
        folds=np.where(rated, np.arange(COUNT) // 6 % 4 + 1, NO_FOLD),
        groups=np.arange(COUNT) // 6,
    )
    return features, clips


def ranked(column):
    return Ranks.of(column)(column)[:, 0]


def test_ranks_are_monotone_bounded_and_know_no_unit():
    column = np.random.default_rng(0).lognormal(size=(300, 1)).astype(np.float32)
    ranks = ranked(column)
    assert (np.diff(ranks[column[:, 0].argsort()]) >= 0).all()
    assert ranks.min() == pytest.approx(-0.5)
    assert ranks.max() == pytest.approx(0.5)
    np.testing.assert_allclose(ranked(column * np.float32(1000)), ranks, atol=1e-3)


def test_a_feature_that_never_changes_does_no_harm():
    assert np.isfinite(ranked(np.full((50, 1), 3.0, np.float32))).all()


def test_ranks_have_a_knot_for_every_hundredth():
    assert Ranks.of(made_up()[0]).knots.shape == (KNOTS, len(input_names()))


def test_no_split_lets_an_artist_be_on_both_sides_and_every_clip_is_held_out_once():
    _, clips = made_up()
    parts = cut(clips)
    seen = np.zeros(COUNT, int)
    for split in splits(clips, parts):
        held_out = set(clips.groups[split.held_out])
        assert not held_out & set(clips.groups[split.training])
        assert split.training.any()
        seen += split.held_out
    assert (seen == 1).all()


def test_deam_keeps_its_own_folds():
    _, clips = made_up()
    rated = clips.of(Source.DEAM)
    assert (cut(clips)[rated] == clips.folds[rated] - 1).all()


def test_a_fit_learns_what_features_tell():
    features, clips = made_up()
    read = fit_network(features, targets(clips), MIDDLE).read(features)
    rated = clips.of(Source.DEAM)
    assert np.corrcoef(read[Task.VALENCE][rated, 0], clips.ratings[rated, 0])[0, 1] > 0.8
    for task in (Task.MOODS, Task.QUADRANTS, Task.CLUSTERS):
        assert read[task].shape == (COUNT, len(LABELS[task]))
        np.testing.assert_allclose(read[task].sum(axis=1), 1)
    own = clips.of(Source.QUADRANTS)
    assert (read[Task.QUADRANTS][own].argmax(axis=1) == clips.quadrants[own]).mean() > 0.9


def test_clips_without_an_answer_do_not_weigh_on_a_head():
    features, clips = made_up()
    network = fit_network(features, targets(clips), MIDDLE)
    silent = ~clips.of(Source.MIREX)
    assert not network.heads[Task.CLUSTERS].coefficients[silent].any()


def test_a_weaker_penalty_fits_the_training_clips_closer():
    features, clips = made_up(signal=0)
    own = clips.of(Source.QUADRANTS)

    def likelihood(penalty):
        settings = {Task.QUADRANTS: Setting(0.5, penalty)}
        read = fit_network(features, targets(clips), settings).read(features)[Task.QUADRANTS]
        return np.log(read[own, clips.quadrants[own]]).mean()

    assert likelihood(0.1) > likelihood(1.0) > likelihood(10.0)


def test_the_choice_is_made_for_every_task_that_has_answers():
    features, clips = made_up()
    rated = clips.of(Source.DEAM)
    chosen = choose(features[rated], clips[rated], cut(clips)[rated])
    assert set(chosen) == {Task.VALENCE, Task.AROUSAL, Task.MOODS}


@pytest.mark.parametrize(("signal", "low", "high"), [(1.0, 0.15, 1.0), (0.0, -0.7, 0.15)])
def test_cross_validation_finds_a_signal_and_finds_none_in_chance(signal, low, high):
    features, clips = made_up(signal)
    parts = cut(clips)
    validated = cross_validate(features, clips, parts, MIDDLE)
    measured = Measured.of(clips, validated.predictions, parts)
    for task in RATINGS:
        assert low < measured.ratings[WHOLE, task].r2.value < high
    chance = abs(measured.classes[WHOLE, Source.QUADRANTS].accuracy.value - 0.5) < 0.2
    assert chance is (signal == 0)


def test_the_mean_predictor_explains_nothing():
    _, clips = made_up()
    parts = cut(clips)
    measured = Measured.of(clips, mean_predictions(clips, parts), parts)
    assert measured.ratings[WHOLE, Task.VALENCE].r2.value <= 0


def test_the_exported_graph_computes_what_the_training_code_does(tmp_path):
    pytest.importorskip("onnx", reason="exporting needs onnx")
    import onnxruntime as ort

    from models.music.export import build_graph

    features, clips = made_up()
    network = fit_network(features, targets(clips), MIDDLE)
    session = ort.InferenceSession(build_graph(network, (0.2, 0.3)).SerializeToString())
    told = dict(
        zip(
            [each.name for each in session.get_outputs()],
            session.run(None, {"features": features}),
            strict=True,
        )
    )
    read = network.read(features)
    expected = np.concatenate([read[task] for task in RATINGS], axis=1)
    np.testing.assert_allclose(told["ratings"], expected, atol=1e-4)
    np.testing.assert_allclose(told["spread"], np.tile([0.2, 0.3], (COUNT, 1)), atol=1e-6)
    for task in (Task.MOODS, Task.QUADRANTS, Task.CLUSTERS):
        np.testing.assert_allclose(told[task.value], read[task], atol=1e-4)

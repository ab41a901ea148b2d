"""Every weight of the ranking, and what it is a weight of.

A score is a sum of parts. Each weight is what its part adds at most, in the same unit as all
others, so that their ratios say what goes before what. They were set by judgement and not fitted to
data; LEARNED was chosen with the simulated listeners of models/recommendation.
"""

from __future__ import annotations

MOOD = 1.0
"""A track right at its place on the plane, if its rating were certain; with the usual doubt about
ratings some 0.6 is left, more than taste has in all."""

ARTIST = 0.08
GENRE = 0.14
ERA = 0.08
LANGUAGE = 0.10
"""What the track has in common with the song that was sent."""

TEMPO = 0.04
ENERGY = 0.02
ACOUSTICNESS = 0.02
"""How alike it sounds to that song, where both are known."""

WISHED_ARTIST = 0.30
WISHED_GENRE = 0.12
WISHED_ERA = 0.06
WISHED_LANGUAGE = 0.06
"""What it has in common with what a person asked for more of."""

CONTEXT = 0.4
"""How well one property (tempo, arousal, …) suits what the list is for; against it where not. An
occasion that is named is meant: it may outweigh a mood that is far from it."""

LEARNED = 1.3
"""All that a person's verdicts say for or against the track, where that is as clear as a verdict;
what can be learned from a few is a fraction of it."""

ANSWERED_ARTIST = -0.06
"""An artist of a recent answer is less of a discovery."""

DIVERSITY = 0.06
"""Taken off where a track is like one that the list already has (maximal marginal relevance)."""

MOOD_TOLERANCE = 0.25
"""Distance on the plane, a Gaussian's sigma, at which a song still fits a mood that is known."""

RATING_ERROR = 0.2
"""Standard deviation of valence and of arousal where a rating says nothing of its own."""

ERA_SPAN_YEARS = 15
"""Years apart at which nothing is left of the era part."""

TEMPO_SPREAD_OCTAVES = 0.12
"""How far tempi may differ (a Gaussian's sigma); half and double tempo count as the same, because
people and programs alike disagree about which it is."""

SOUND_SPREAD = 0.2
"""The same for energy and acousticness, which lie in [0, 1]."""

POOL = 200
"""So many of the best tracks for each place go on to be chosen among."""

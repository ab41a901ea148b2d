"""What suits which occasion: where on each scale a track should lie, and how strictly.

- Focus: instrumental, neither fast nor lively. Lyrics hinder reading: Perham and Currie, "Does
  listening to preferred music improve reading comprehension performance?" (2014); so does fast and
  loud music: Thompson, Schellenberg and Letnic, "Fast and loud background music disrupts reading
  comprehension" (2012).
- Workout: 125 to 140 beats a minute, at whatever intensity: Karageorghis et al., "Revisiting the
  relationship between exercise heart rate and music tempo preference" (2011); lively.
- Sleep: slow, soft, instrumental and acoustic: Scarratt et al., "The audio features of sleep music"
  (2023).
- Party: bright, lively and made for dancing; our own judgement.
- Commute: bright, and of middling tempo, because fast music makes drivers careless: Brodsky, "The
  effects of music tempo on simulated driving performance and vehicular control" (2001).
- Morning, evening and night: energetic by day, relaxing late: Park et al., "Global music streaming
  data reveal diurnal and seasonal patterns of affective preference" (2019).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from core.domain.track_table import SoundFeature
from core.domain.wishes import Context


@dataclass(frozen=True, slots=True)
class Band:
    """The best place on a scale and the distance, a Gaussian's sigma, at which it still does."""

    centre: float
    spread: float


@dataclass(frozen=True, slots=True)
class Suits:
    """Bands of valence and arousal in [-1, 1] and of sound; tempo in beats a minute."""

    valence: Band | None = None
    arousal: Band | None = None
    sound: Mapping[SoundFeature, Band] = field(default_factory=dict)


SUITS: Mapping[Context, Suits] = MappingProxyType(
    {
        Context.FOCUS: Suits(
            arousal=Band(-0.3, 0.35),
            sound={
                SoundFeature.INSTRUMENTALNESS: Band(1.0, 0.4),
                SoundFeature.TEMPO_BPM: Band(90.0, 25.0),
            },
        ),
        Context.WORKOUT: Suits(
            arousal=Band(0.8, 0.35),
            sound={SoundFeature.TEMPO_BPM: Band(132.0, 10.0), SoundFeature.ENERGY: Band(0.9, 0.2)},
        ),
        Context.SLEEP: Suits(
            arousal=Band(-0.8, 0.35),
            sound={
                SoundFeature.TEMPO_BPM: Band(70.0, 20.0),
                SoundFeature.ENERGY: Band(0.1, 0.25),
                SoundFeature.ACOUSTICNESS: Band(1.0, 0.35),
                SoundFeature.INSTRUMENTALNESS: Band(1.0, 0.4),
            },
        ),
        Context.PARTY: Suits(
            valence=Band(0.8, 0.4),
            arousal=Band(0.7, 0.35),
            sound={
                SoundFeature.DANCEABILITY: Band(0.9, 0.2),
                SoundFeature.TEMPO_BPM: Band(122.0, 15.0),
            },
        ),
        Context.COMMUTE: Suits(
            valence=Band(0.5, 0.4),
            arousal=Band(0.1, 0.35),
            sound={SoundFeature.TEMPO_BPM: Band(105.0, 20.0)},
        ),
        Context.MORNING: Suits(valence=Band(0.5, 0.4), arousal=Band(0.2, 0.35)),
        Context.EVENING: Suits(arousal=Band(-0.1, 0.35)),
        Context.NIGHT: Suits(arousal=Band(-0.5, 0.35)),
    }
)

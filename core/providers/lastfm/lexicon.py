"""Words for moods on the circumplex: what listeners' tags say about a song.

A small lexicon of our own. The words are those of Last.fm's mood tags as grouped by Hu and Downie
("When lyrics outperform audio for music mood classification", ISMIR 2010) and of Russell's
circumplex ("A circumplex model of affect", 1980), whose places on the circle gave the points; tags
that name a genre, a use or an opinion ("rock", "workout", "awesome") say nothing and are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from core.domain.affect import Affect

LEAST_COUNT = 5
"""Tags used more seldom, where the most frequent counts 100, are somebody's whim."""

LEAST_TOTAL = 20
"""Mood tags that count less than this together say too little."""

_POINTS: Mapping[tuple[float, float], str] = MappingProxyType(
    {
        (0.9, 0.5): "happy|happiness|joyful|joy|cheerful|feel good|feel-good|feelgood|good mood",
        (0.7, 0.7): "upbeat|fun|party|exuberant|exciting|euphoric|ecstatic|festive|summer",
        (0.5, 0.8): "energetic|energy|lively|uplifting|triumphant|powerful|empowering|epic",
        (0.4, 0.4): "dance|danceable|groovy|funky|playful|catchy|sexy|sassy|confident",
        (0.6, 0.2): "optimistic|hopeful|hope|positive|inspiring|inspirational|bright|sweet",
        (0.5, -0.2): "romantic|love|love song|love songs|warm|tender|beautiful|gentle|lovely",
        (0.4, -0.6): "calm|calming|peaceful|relaxing|relax|relaxed|chill|chillout|chill out|soft",
        (0.3, -0.7): "mellow|soothing|serene|tranquil|quiet|laid back|laid-back|sleep|lullaby",
        (0.1, -0.5): "dreamy|ethereal|atmospheric|ambient|hypnotic|contemplative|reflective",
        (-0.1, -0.4): "nostalgic|nostalgia|wistful|bittersweet|yearning|longing|pensive|poignant",
        (-0.6, -0.4): "sad|sadness|sad songs|melancholy|melancholic|melancholia|somber|sombre",
        (-0.7, -0.5): "depressing|depressed|depressive|gloomy|lonely|loneliness|mournful|grief",
        (-0.7, -0.2): "heartbreak|heartbroken|heartache|despair|hopeless|bleak|tragic|crying",
        (-0.5, 0.2): "dark|haunting|eerie|ominous|sinister|brooding|creepy|spooky|moody|angst",
        (-0.5, 0.6): "tense|anxious|nervous|intense|dramatic|paranoid|scary|fear|frantic|chaotic",
        (-0.6, 0.8): "angry|anger|aggressive|rage|hate|hostile|furious|violent|brutal|rebellious",
    }
)

TAG_POINTS: Mapping[str, Affect] = MappingProxyType(
    {
        word: Affect(valence, arousal)
        for (valence, arousal), words in _POINTS.items()
        for word in words.split("|")
    }
)
"""Each word's place, valence and arousal in [-1, 1]."""


def affect_of_tags(tags: Mapping[str, int]) -> Affect | None:
    """The mean place of the mood words among the tags, weighted by how often each is used.

    None where too few of them are mood words.
    """
    known = [
        (TAG_POINTS[tag], count)
        for tag, count in tags.items()
        if tag in TAG_POINTS and count >= LEAST_COUNT
    ]
    total = sum(count for _, count in known)
    if total < LEAST_TOTAL:
        return None
    return Affect.clipped(
        sum(point.valence * count for point, count in known) / total,
        sum(point.arousal * count for point, count in known) / total,
    )

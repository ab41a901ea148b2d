"""What commands and their options are called in menus."""

from __future__ import annotations

MIX_COMMAND = "Five tracks for your mood: give a photo of your face and a song"
PHOTO_OPTION = "A photo or short video of your face"
SONG_OPTION = "A song you are into: artist - title, or a link"
AUDIO_OPTION = "Or the song itself as an audio file"
INTENT_OPTION = "What the list should do; by default I decide by face and song"
MESSAGE_COMMAND = "Mood mix"
HELP_COMMAND = "How moodmix works"
PRIVACY_COMMAND = "What is kept about you, and for how long"
FORGET_COMMAND = "Erase everything about you"

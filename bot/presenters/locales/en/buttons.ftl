# Buttons, as short as they can be, and the questions that groups of them answer.

consent-button = I am 16 or older and agree
owner-agrees-button = It is mine, or its owner agrees
forget-button = Erase everything
keep-button = Keep it

# $position is the number of a track in the list.
play-button = ▶ Play { $position }

# What the list shall do with the mood.
intent-button = { $intent ->
        [modulate] Stay with this mood
        [enhance] Lift me up
       *[soothe] Calm me down
    }
# The mood of everybody in a group photo, instead of one person's.
everyone-button = Everyone's mood

# $artist is the name of an artist or band.
wish-button = { $wish ->
        [more_like] ✨ More like this
        [not_artist] 🚫 Nothing by { $artist }
       *[anything] ↺ Drop my wishes
    }

## What a group of buttons is about, for people who do not see where they stand

mood-question = How do you feel?
whose-question = Whose mood counts?
intent-question = What shall the list do?
song-question = Which song is it?

# Words in drawn pictures, where room is short, and the pictures in words for people who cannot see
# them.

# A stretch of time.
in-seconds = { $seconds } s

## The card of a mix

# $mood is one of the messages below.
card-headline = { $intent ->
        [modulate] { $mood }, staying with it
        [enhance] { $mood }, up from here
       *[soothe] { $mood }, calming down
    }
card-mood = { emotion-name } { $sure }
card-mood-unsure = Maybe { emotion-look }
card-mood-everyone = All { emotion-look-all }

# The four edges of the plane of moods.
plane-edge = { $edge ->
        [top] energetic
        [bottom] calm
        [left] dark
       *[right] bright
    }
# The places of the person's face and of their song.
plane-you = you
plane-song = song
# Stands for a track whose name the picture cannot write.
card-see-message = (see the message)

# $tracks are card-alt-tracks in a row.
card-alt = { $intent ->
        [modulate] { card-alt-places } Tracks: { $tracks }.
       *[other] { card-alt-places } Tracks, step by step from your mood: { $tracks }.
    }
# $face is a feeling-feel.
card-alt-places = { $seed ->
        [song] A plane from dark to bright and from calm to energetic. Your mood: { $face }. Your song: { $song }.
       *[none] A plane from dark to bright and from calm to energetic. Your mood: { $face }.
    }
card-alt-track = { $position } { feeling }

## The course of a mood over a video

timeline-headline = { emotion-name } { $share } of the time
timeline-mood = { emotion-name } { $time }
# $parts is a row of timeline-alt-mood.
timeline-alt = How your face went over { $time }: { $parts }. Most often { emotion-look }, { $share } of the time.
timeline-alt-mood = { emotion-look } for { $time }

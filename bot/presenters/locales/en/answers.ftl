# Answers: why this list, and why this track.

## The list

# The face was not read for sure.
list-follows-all = This list follows a mix of all I see.

list-intent = { list-aim }: { list-cause }.
list-intent-unsure = { list-aim }, if I read you right: { list-cause }.
list-aim = { $intent ->
        [modulate] Stay with this mood
        [enhance] Lift the mood
       *[soothe] Calm the mood
    }
list-cause = { $cause ->
        [alike] your mood and your song feel alike, so the list stays there
        [brighter] your song is brighter than your mood, so the list leads you there step by step
        [more_energetic] your song has more energy than your mood, so the list leads you there step by step
        [brighter_and_more_energetic] your song is brighter and has more energy than your mood, so the list leads you there step by step
        [darker_or_calmer] your song is darker or calmer than your mood, so the list stays where you are
        [calmer] your mood is tense and your song is calm, so the list leads you there step by step
        [tense_mood] your mood is tense, so the list calms down step by step
        [dark_mood] your mood is dark, so the list brightens up step by step
        [mood_alone] there is no song to lead elsewhere, so the list stays with you
       *[chosen] that is what you chose
    }
# $moods is a row of emotion-feel with "or" before the last.
list-doubt = { $intent ->
        [modulate] If you feel { $moods }, I would rather stay with that.
        [enhance] If you feel { $moods }, I would rather lift the mood.
       *[soothe] If you feel { $moods }, I would rather calm things down.
    }
# Another way to choose tracks, to compare with; only the command line offers it.
list-baseline = By the baseline: songs that feel most like your face, whatever the intent.

# $occasions is a row of occasion.
list-occasion = Made { $occasions }.
# After "made" and "good".
occasion = { $occasion ->
        [focus] to focus
        [workout] to work out
        [sleep] to fall asleep
        [party] for a party
        [commute] for the way to work
        [morning] for the morning
        [evening] for the evening
       *[night] for the night
    }
# $languages are names of languages with "or" before the last.
list-languages = Only in { $languages }.
# $artists are names with "or" before the last.
list-without = Nothing by { $artists }.

# $parts is a row of list-weight.
list-decided = What counted: { $parts }.
list-weight = { $kind ->
        [mood] mood { $share }
        [artist] artist { $share }
        [genre] genre { $share }
        [era] its time { $share }
        [language] language { $share }
        [sound] sound { $share }
        [wish] your wishes { $share }
        [context] the occasion { $share }
        [learned] your 👍 and 👎 { $share }
       *[novelty] variety { $share }
    }

list-too-short = I know no more tracks that fit.
list-empty = I know no track that fits all of that. Please ask for a little less.

## A track: parts of one line in a row, the first with a capital letter

# How near the track comes to where the list is (end), or to its place on the way there (way).
track-mood = { $near ->
        [right-end] { feeling }, right where this list is going
        [right-way] { feeling }, right on the way there
        [close-end] { feeling }, close to where this list is going
        [close-way] { feeling }, close to the way there
        [off-end] { feeling }, not quite where this list is going
        [off-way] { feeling }, a little off the way there
        [far-end] { feeling }, far from where this list is going
       *[far-way] { feeling }, far off the way there
    }
# $name is that of an artist or a song.
track-wish = like { $name }, as you asked
# $occasions is a row of occasion.
track-occasion = good { $occasions }
track-new = something new

# $parts is a row of track-common.
track-like-song = like your song: { $parts }
# $value is an artist, a genre, the first year of a decade (1990) or the name of a language.
track-common = { $kind ->
        [artist] by { $value }
        [genre] { $value }
        [era] from the { $value }s
        [language] in { $value }
        [unnamed_language] in its language
       *[sound] in its sound
    }
# What 👍 and 👎 have taught; $value as above.
track-learned = { $kind ->
        [artist] you like this artist
        [genre] you like { $value }
        [genre_family] you like { $value }
        [decade] you like songs from the { $value }s
        [language] you like songs in { $value }
        [crowd] people who agree with you like it
       *[likeness] much like what you gave 👍
    }

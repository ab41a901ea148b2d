# How a round goes on after its list: how the person feels now, what moved, and the end.
# "Mood" is always the person's own mood; moods are adjectives such as "sad" or "happy".

# $before: the mood before the list, an emotion-feel or feeling-feel such as "sad".
how-now = How do you feel now? Press a mood or send me a new selfie, and I go on from there. Before the list it was { $before }.

# $before and $now are moods, each an emotion-feel or feeling-feel.
moved-from-to = You went from { $before } to { $now }.
moved-not = Your mood is about where it was: { $now }.

# $valence: brighter, darker or same. $arousal: livelier, calmer or same; never both "same".
moved-how =
    { $valence ->
        [brighter]
            { $arousal ->
                [livelier] That is brighter and more energetic than before the list.
                [calmer] That is brighter and calmer than before the list.
               *[same] That is brighter than before the list.
            }
        [darker]
            { $arousal ->
                [livelier] That is darker and more energetic than before the list.
                [calmer] That is darker and calmer than before the list.
               *[same] That is darker than before the list.
            }
       *[same]
            { $arousal ->
                [livelier] That is more energetic than before the list.
               *[calmer] That is calmer than before the list.
            }
    }

moved-since-start = When we began you were { $began }.

farewell = Good. I am here whenever you like: a selfie or /mood, and we start anew.

put-away = What we had begun lay there for more than a day, so I put it away. This is a fresh start.

# Shown now and then to people whose last moods were very negative. Gentle, not clinical; it must
# not sound like a diagnosis, nor as if moodmix knew how somebody really feels.
help-line = The last days look heavy, as far as I can tell, and I can be wrong. If it helps to talk: at findahelpline.com you find people who listen, free and confidential, in most countries. If you are in danger, please call your local emergency number. (/settings turns this line off.)

# Beside help-line.
help-off-button = Don't show this again
help-off = That line will not come again. /settings brings it back.

correct-button = That's not it
other-mood-button = I feel something else
last-song-button = Same song as before
no-song-button = No song, just my mood
onward-button = { $onward ->
        [check_in] How do you feel now?
       *[finish] I'm fine, thanks
    }

# What a group of buttons is about, for people who do not see where they stand.
correct-question = What is it then?
song-ways-question = Or go on without a new song
onward-question = And then?

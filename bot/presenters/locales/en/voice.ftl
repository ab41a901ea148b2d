# Playing a list aloud in a voice channel of Discord.
# $room is the name of a voice channel, $song that of a song with its artist.

# Under an answer: play its songs in the voice channel where the person sits.
voice-play-button = 🔊 Play here

# Under the message that shows what is playing.
voice-button = { $control ->
        [pause] ⏸ Pause
        [resume] ▶ Go on
        [skip] ⏭ Skip
       *[stop] ⏹ Stop
    }

# Commands: at most 100 characters each.
command-play = Play your last list in the voice channel you are in
command-stop = Stop playing in the voice channel

voice-begun = Here we go: I am playing your list in { $room }.
voice-stopped = Stopped.

# The message in the channel, which changes with every song.
voice-now = { $state ->
        [paused] ⏸ On hold in { $room }, song { $position } of { $length }: **{ $song }**
       *[playing] 🔊 Playing in { $room }, song { $position } of { $length }: **{ $song }**
    }
# A song of which the artist is known.
voice-song = { $title } by { $artist }
# $songs is a list of songs.
voice-silent = Left out, as I found no recording to play: { $songs }.
voice-ended = { $ending ->
        [done] That was the list. Thank you for listening in { $room }.
        [stopped] Stopped in { $room }.
        [alone] Nobody was left in { $room }, so I stopped.
        [lost] I was taken out of { $room }, so the music stopped. Press "Play here" under the list to hear it again.
        [closing] I have to go for a moment, so the music in { $room } stopped. Press "Play here" under the list once I am back.
       *[broken] Something went wrong on my side, so the music in { $room } stopped. Press "Play here" under the list to try again.
    }

## What cannot be done

error-list-gone = I no longer have that list.
error-list-gone-next = Please ask for a new one.

error-no-list-yet = You have no list yet.
error-no-list-yet-next = Ask for one with /moodmix, and play it then.

error-voice-off = Playing in voice channels is switched off here.
error-voice-off-next = The links under each song still lead to it.

error-voice-not-there = I am not a member of this server, so I cannot come to its voice channels.
error-voice-not-there-next = Somebody who manages the server can add me to it.

error-voice-not-joined = You are not in a voice channel.
error-voice-not-joined-next = Please join one and try again.

error-voice-on-stage = I cannot play on a stage.
error-voice-on-stage-next = Please join a voice channel and press again.

# $permission is what Discord calls a permission: please use the word of its app in your language.
error-voice-forbidden = { $permission ->
        [view_channel] I am not allowed to see { $room }.
        [connect] I am not allowed to join { $room }.
       *[speak] I am not allowed to speak in { $room }.
    }
error-voice-forbidden-next = { $permission ->
        [view_channel] Please ask whoever manages the server to give me the permission "View Channel" there.
        [connect] Please ask whoever manages the server to give me the permission "Connect" there.
       *[speak] Please ask whoever manages the server to give me the permission "Speak" there.
    }

error-voice-room-full = { $room } is full.
error-voice-room-full-next = Please try again when there is room for me, or join another channel.

error-voice-taken = I am already playing a list in { $room }.
error-voice-taken-next = Please join in there, or press "Stop" there first.

error-voice-unreachable = I could not get through to { $room }.
error-voice-unreachable-next = Please try again in a moment; if it stays, another region in the settings of the channel may help.

error-voice-nothing-to-hear = I found no recording to play for any song of that list.
error-voice-nothing-to-hear-next = The links under each song lead to it; or ask for another list.

error-voice-not-playing = Nothing is playing in this server.
error-voice-not-playing-next = Press "Play here" under a list to begin.

error-voice-listeners-only = Only people who listen in { $room } can do that.
error-voice-listeners-only-next = Please join it first.

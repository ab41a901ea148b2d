# What moodmix says in the conversation.
# Tone: warm, short, plain words; never clinical, and no claim to know how somebody really feels.

# Parts in a row, each of which may hold commas and an "and" of its own.
row = { $before }; { $after }

greeting = Hi, I am moodmix. Send me a selfie or a short video, or tell me how you feel, and name a song you are into. I will answer with five tracks for your mood and the reason for them.

welcome-back = Welcome back. Send me a selfie and a song you are into.

help =
    Send a photo or a short video of your face together with a song: write its name in the caption ("artist - title"), paste a link, or send the audio file. You can also send one after the other. Without a camera, tell me how you feel: /mood happy. Without a song, I go by your mood alone.

    I compare your mood with the mood of the song. If they are alike I stay with that mood; if the song is brighter or more energetic I lead you there step by step; and if you are upset and the song is calm I calm things down. The buttons under an answer change that, and I learn from your 👍 and 👎; they also bring up buttons for more like a track, or for nothing by its artist.

    Where I am not sure how you look, I ask, and where I am wrong, you can say so. In a group photo I can take everyone's mood. When you have listened, tell me how you feel now, and the next list goes on from there.

    /moodmix – start a mix
    /mood – say how you feel, without a camera
    /history – your moods over time
    /week – your week in one picture
    /settings – language, songs and occasions
    /privacy – what is kept
    /export – everything about you as a file
    /forget – erase everything about you

## Consent and data

# $days is how long things are kept, 0 for as long as nobody erases them.
consent-notice =
    Before I look at a face: moodmix uses software that estimates a facial expression. It can be wrong, and it does not know how you really feel.

    Your photo or video is looked at in memory and dropped at once. Nothing that shows or identifies a face is ever stored. What I keep, encrypted and under a pseudonym, is the mood I read, the songs, and your 👍 and 👎. { kept-for }

    You can take your consent back at any time (/privacy), and you need no camera at all: just tell me how you feel (/mood).

    Please agree only if you are at least 16 and the face is yours or its owner agrees.
# A sentence of consent-notice and of privacy; $days as there.
kept-for = { $days ->
        [0] It stays until you say /forget.
        [one] It is erased after { $days } day, or as soon as you say /forget.
       *[other] It is erased after { $days } days, or as soon as you say /forget.
    }
consent-thanks = Thank you. Now send me a selfie and a song.
consent-thanks-waiting = Thank you. I am looking at what you sent.
# Somebody else's request is waiting for their own consent under the same message.
consent-noted = Thank you, noted for you. Now send me a selfie of your own and a song.

others-face-notice = That photo was sent by somebody else. I read a face only if it is yours or its owner agrees.
others-picture = I only look at pictures that you sent yourself. Please send me your own.

# $days is how long things are kept, 0 for as long as nobody erases them.
privacy =
    What happens to your data:
    • Photos, videos and audio files are processed in memory and dropped. They are never stored and never sent to anybody.
    • Software estimates the expression of a face. It can be wrong, and it recognises nobody. It looks at no face before you have agreed, and at none after you have taken that back. Without it everything works too: tell me how you feel with /mood.
    • Kept in a local database: that you agreed and when; your moods, read (percentages of seven expressions, of a video from moment to moment) or told; the songs of your lists, and what I heard in the last one (numbers, no sound); your 👍 and 👎, your settings, and whom you want to hear nothing by. What it says about you is encrypted, and it stands under a keyed pseudonym instead of your user id.
    • { kept-for }
    • Your next lists learn from your 👍 and 👎. Where many people use this bot, what at least five of them think of the same songs helps the others; nobody learns who they are.
    • Names and links of songs are looked up at music services; they learn nothing about you.
    • /export hands you all that is kept about you. /forget erases all of it at once.
# Under privacy, for who has agreed.
withdraw-button = Take my consent back
withdrawn = Done: I read no face of yours any more, until you agree again. Your moods and lists are still here; /forget erases them. Tell me how you feel with /mood, if you like.

forget-question = Shall I erase everything about you: your consent, your moods, your mixes and your ratings? This cannot be undone.
forgotten = Done: your consent, your moods, your mixes and your ratings are erased. If you send a selfie again, I will ask for your consent again.
kept = Nothing was erased.

## Asking for the next thing

start-mix = Send me a selfie or a short video of your face, and the song you are into: its name, a link or the audio file. One message or two, in any order.
# Follows the reading of a face that may be one of several moods, above their buttons.
ask-mood = Press what fits.
# $song is a song-by or song-alone.
ask-face = { $song }, good. Now send me a selfie or a short video of your face, or tell me how you feel.
# $heard is one sentence or two on what the song sounds like.
ask-face-heard = { $song }, good. { $heard } Now send me a selfie or a short video of your face, or tell me how you feel.
# Above buttons with the songs that may be meant.
ask-which = I am not sure which song you mean. Is it one of these? Press it, or else write "artist - title" or paste a link.
ask-whether = I am not sure which song you mean. Is it this one: { $song }? Press it, or else write "artist - title" or paste a link.
# Added to a question in a group, where moodmix only reads replies to itself.
answer-by-reply = Please write it as a reply to this message.
# Added to a question where the person cannot simply write the next message.
next-by-command = Run /moodmix again with it, or send it to me in a direct message.

## While work is under way

working = Looking and listening …
sending-song = Sending the song …

## What was noted

# $title is the name of a song.
rated = { $verdict ->
        [up] Noted: you like { $title }.
        [down] Noted: { $title } is not for you.
       *[none] Noted: you have no opinion on { $title } any more.
    }

# $title is the name of a song, $artist who plays it.
wish-noted = { $wish ->
        [more_like] Noted: your next list will have more like { $title }.
        [not_artist] Noted: nothing by { $artist } from now on.
       *[anything] Noted: anything may come again.
    }

intent-stands = This list is made that way already.

## What cannot be done

not-understood = I understand photos, short videos and songs (a name, a link or an audio file). /help shows how it works.
unknown-command = I do not know that command. /help shows what I can do.
write-as-yourself = I can only talk with people who write as themselves, not as a group or channel.
no-face-in-message = There is no photo or video in that message. Please choose a message that holds one.
request-expired = I no longer have that request. Please send it once more.
others-button = That button belongs to somebody else.
# The page cannot reach the moodmix that served it.
unreachable = I cannot be reached. Please look whether moodmix is still running, start it again if not, and send your message once more.
# $number finds the failure in the log.
incident = Something went wrong on my side, and I have written it down. Please try again; if it stays, report incident { $number }.

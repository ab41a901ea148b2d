# What only people on Telegram read.

# Stands in an empty chat before the first message; at most 512 characters.
telegram-description =
    Send me a selfie or a short round video and a song you are into. I answer with five tracks for your mood, and say why. No camera at hand? /mood works without.

    Software estimates emotion from your face; it may be wrong. I ask before the first face, and keep no pictures.

# Stands on the profile page of the bot; at most 120 characters.
telegram-short-description = A selfie and a song in, five tracks for your mood and the reason out.

## Commands

# Follows /mood with a word that is no mood moodmix knows, above buttons with all moods.
telegram-mood-unknown = I do not know that word for a mood. Press what comes closest.
# Somebody asks in a group for what only they may see; below it telegram-private-button.
telegram-private-only = That is for your eyes only, so please ask me in private.
telegram-private-button = Write to me in private
# While a picture or a file is being made.
telegram-preparing = One moment …
# From what can be chosen for one setting to all settings.
telegram-settings-back = ← Back

## Groups

# Said once, when moodmix is added to a group.
telegram-hello = Hi, I am moodmix: a selfie and a song in, five tracks for the mood and the reason out. Here I only read commands and replies to me. Write /moodmix with a song, or send me a selfie with /moodmix in its caption; /mood works without a camera. I ask each of you before I look at a face.

## Sharing a list in any chat, by writing the name of the bot there (inline mode)

# $day is the day on which the list was made.
telegram-share-title = Your list of { $day }
telegram-share-title-mood = Your list of { $day }, with your mood
# What is then written into the chat, before the songs; $song is a song-by or song-alone.
telegram-shared = { $seed ->
        [song] Five tracks for { $song }, made with moodmix
       *[none] Five tracks for a mood, made with moodmix
    }
# $mood is an emotion-feel.
telegram-shared-mood = For feeling { $mood }. { list-aim }.
# A button above the results.
telegram-share-button = Make a new list with moodmix

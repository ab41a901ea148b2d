# What only Discord has: its menus, sharing in servers, and what servers may forbid.

## Menus and options of commands: entries of menus at most 32 characters, options at most 100

# In the menu of a person.
user-command = Mood mix from my avatar

discord-language-option = Only songs in this language, from now on
discord-occasion-option = What your lists are for, from now on
discord-feeling-option = How you feel
discord-mood-song-option = A song you are into, if you like: artist - title, or a link
discord-weeks-option = How many weeks back; by default 12
discord-speak-option = The language I speak with you
discord-song-language-option = A language for your songs; once more takes it back
discord-occasions-option = What your lists are for
discord-help-line-option = Whether a line with where to find help may come after hard days
discord-without-option = An artist you want to hear nothing by
discord-again-option = An artist you left out, who may come again

## Answers

# Above a menu with all seven moods.
discord-mood-menu = Choose your mood
# A button under an answer that only the person sees.
discord-share-button = 📣 Share …
# Above the two buttons below it, and below the picture that shows the mood.
discord-share-question = Shall I post your list here, for everybody? Your mood stays with you, unless you share the picture with it.
discord-share-list-button = Just the songs
discord-share-mood-button = Songs and my mood
discord-share-done = Done, everybody here can see it. Their 👍 and 👎 count for them.
# The server lets only the person see what moodmix says there.
discord-share-hidden = This server shows what I say only to you, so nobody else can see it.
# $person is a name. Above the songs.
discord-shared = { $person } shares a list of songs.
discord-shared-mood = { $person } shares a mood, and a list of songs for it.

## The picture somebody has on Discord

discord-avatar-none = You have no picture of your own on Discord yet. Send me a selfie instead, or tell me how you feel with /mood.
discord-avatar-others = I look only at your own picture, because a face belongs to whose it is. They can do the same on theirs, or say /moodmix.

## In servers

# Follows help in a server.
discord-help-server = Here I answer commands, and messages that mention me. With Apps ▸ Mood mix on a message I take the photo in it. What commands bring only you see, until you press Share.
# The same where moodmix may read messages.
discord-help-server-name = Here I answer commands, and messages that mention me or begin with "moodmix". With Apps ▸ Mood mix on a message I take the photo in it. What commands bring only you see, until you press Share.
# Said in a direct message; an answer follows. $place is the name of a channel.
discord-cannot-write = I may not write in { $place }, so here is what I wanted to say.
# Under an answer without its picture or file.
discord-no-files = (I may not attach pictures or files in this channel. In a direct message I can.)
# Somebody wrote in a server what only they may see, and takes no direct messages.
discord-private-only = That is for your eyes only. Please use the command instead of a message: I answer it so that nobody else sees it.

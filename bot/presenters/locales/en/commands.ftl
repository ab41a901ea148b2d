# Commands and their options in the menus of Telegram and Discord: at most 100 characters each.

command-moodmix = Five tracks for your mood: a selfie and a song
command-mood = Say how you feel, without a camera
command-history = Your moods over the last weeks
command-week = Your week: moods, and the songs you liked
command-settings = Languages, occasions, and whom you want to hear nothing by
command-export = Everything that is kept about you, as files
command-help = How moodmix works
command-privacy = What is kept about you, and for how long
command-forget = Erase everything about you

# An entry in the menu of a message on Discord, at most 32 characters.
message-command = Mood mix from this photo

photo-option = A photo or short video of your face
song-option = A song you are into: artist - title, or a link
audio-option = Or the song itself as an audio file
intent-option = What the list should do; by default I decide by face and song

# The chat page in a browser. Buttons are short: on a phone two or three of them share a line.

## The frame

# What search engines and lists of tabs show.
page-description = A selfie and a song in, five tracks for your mood and the reason out.
page-skip = Skip to the message field
page-conversation = Conversation
page-messages = Messages
# Who says a message, for screen readers.
page-speaker-moodmix = moodmix
page-speaker-you = You
page-no-start = moodmix cannot be reached. Please look whether it is still running, and reload this page.
page-no-script = The chat page needs JavaScript. In a terminal, "moodmix mix" does the same without it.
# Not a name of a command here.
page-still-there = Your last list is still there.
page-in-words = In words
page-close = Close
page-cancel = Cancel

## The menu

page-menu = Menu
page-menu-help = Help
page-menu-history = My moods
page-menu-week = My week
page-menu-settings = Settings
page-menu-faces = My own faces
page-menu-privacy = Privacy
page-menu-export = My data
page-menu-withdraw = Take my consent back
page-menu-forget = Forget me …

## Writing a message

page-your-message = Your message
page-attached = Attached files
page-song-label = Song: artist and title, or a link
page-song-placeholder = artist - title, or a link
page-song-is-file = the song is the file above
page-send = Send
page-mood-tool = My mood
page-photo-tool = Photo
page-camera-tool = Camera
page-audio-tool = Song file
page-drop = Drop a photo, a video or a song
page-remove = Remove
# $name is the name of a file.
page-remove-file = Remove { $name }
page-hint-agreed = Your picture is dropped once it is read.
page-hint-not-agreed = Agree above to show me your face. Your mood and a song work without.
page-picture-sent = The picture you sent

## A reply

# A link to a service, such as Spotify, where the song can be heard.
page-new-tab = { $service }: { $title } (new tab)
page-like = I like { $title }
page-not-for-me = { $title } is not for me
# The drawn signs 👍 and 👎, for screen readers.
page-thumb-up = thumbs up
page-thumb-down = thumbs down
page-timeline-open = How your face went
page-mood-open = Somewhere between …
page-mood-instead = Tell you my mood instead

## Saying how one feels: seven words, and a plane from dark to bright and from calm to energetic

page-plane-title = Or somewhere between
page-dark = dark
page-bright = bright
page-calm = calm
page-energetic = energetic
page-brightness = From dark to bright
page-energy = From calm to energetic
# Before what the chosen place is called, such as "bright and calm".
page-feel = You feel:
page-mood-take = That is me
# What the person then says. $mood is a mood, such as "Happy" or "bright and calm".
page-mood-told = I feel: { $mood }

# After a word that is no mood moodmix knows, over the seven words.
page-mood-unknown = I do not know that word for a mood. Choose what comes closest.

## The camera

page-camera-title = Camera
page-camera-view = What the camera sees
page-camera-close = Stop
page-camera-shoot = Take photo
page-camera-ready = Your picture stays here until you take it.
page-camera-refused = The camera cannot be used. Please choose a photo instead, or tell me your mood.
page-observe = Watch me
page-observe-ready = Take a photo, or let me watch you for 15 seconds while you think of your song.
page-observe-progress = Time that has passed
page-observe-bars = Seconds in each mood
page-observe-searching = I am looking for your face …
page-observe-seen = I can see you.
# $seconds is a whole number, $mood a mood such as "Happy".
page-observe-so-far = After { $seconds } s, most of all: { $mood }
page-observe-enough = That is enough
# What the person has then said.
page-observed = You watched me.
# Beside a bar that grows; $seconds has one digit after the point.
page-seconds = { $seconds } s

## My own faces: labelled pictures, from which a network of one's own can learn

page-faces-intro = Show me how you look in each mood, and moodmix can learn your own face: about 100 pictures of each, some of them with a turned head or other light.
page-faces-question = How do you look now?
# $count of $aim pictures.
page-faces-count = { $count } / { $aim }
page-faces-start = Take pictures
page-faces-stop = Pause
page-faces-drop = Remove the last one
page-faces-clear = Remove all
page-faces-clear-question = Really remove all?
page-faces-cleared = All pictures are removed.
# $mood is a mood such as "Happy".
page-faces-dropped = { $mood }: the last picture is removed.
page-faces-taken = { $mood }: { $count }
page-faces-enough = { $mood }: that is enough, thank you. Choose the next mood.
page-faces-shipped = Read me as before again
page-faces-as-shipped = I read your face as everybody's again.
# $before and $after are how many of $held_out pictures were read right.
page-faces-learned = moodmix has learned your face: of { $held_out } pictures that it had not seen before it now reads { $after } right; before it were { $before }.
page-faces-where = The small grey pictures of your face lie only on this machine, in the folder "own-faces" of moodmix's data. To learn from them, run "moodmix train faces --finetune" in a terminal. "Forget me" erases them, too.

# Follows privacy on the page.
page-privacy-faces = Only here, for the person whose machine this is: what you take under "My own faces" are small grey pictures of your face. They lie on this machine alone, until you remove them or have yourself forgotten.

## Moods over time, and the copy of one's data

page-history = Your moods of the last weeks.
page-history-none = I know no moods of yours yet. Show me your face or tell me how you feel, and they begin to add up.
page-week = Your week in moods and music.
page-export = This is everything I keep about you.
page-export-text = Everything to read
# $name is the name of a file.
page-download = Save { $name }

## Settings

page-settings-song-languages-hint = Without any, songs may be in every language.
page-settings-add = Add
# $language is the name of a language, $artist that of an artist or a band.
page-language-remove = Not only { $language } any more
page-artist-again = { $artist } may come again
page-settings-artists-none = Nobody is left out. After a thumbs down you find "Nothing by …".
page-settings-save = Save

## What cannot be done

error-observation-over = I am not looking any more.
error-observation-over-next = Please start the camera again.

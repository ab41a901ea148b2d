# What a person can set for good: names of settings and of what can be chosen for them.

settings-title = Your settings
# The names of the settings.
settings-name = { $setting ->
        [language] I speak
        [song_languages] Songs in
        [occasion] Lists for
        [help_line] A line with where to find help
       *[artists] Nothing by
    }
# What is chosen for a setting where nothing in particular is.
settings-default = { $setting ->
        [language] the language of your app
        [song_languages] any language
        [occasion] no occasion in particular
        [artists] nobody is left out
       *[help_line] on
    }
# The same on a button.
settings-default-button = { $setting ->
        [language] As in the app
        [song_languages] Any language
       *[occasion] Any occasion
    }
settings-on = on
settings-off = off
# One line: a settings-name and what is chosen for it.
settings-line = { $name }: { $chosen }
settings-saved = Saved. Your next list follows it.

# An occasion on a button and in a list.
occasion-name = { $occasion ->
        [focus] Focus
        [workout] Working out
        [sleep] Falling asleep
        [party] A party
        [commute] The way to work
        [morning] The morning
        [evening] The evening
       *[night] The night
    }

# What is written is no language that is known; $language is what was written.
settings-language-unknown = I do not know a language called { $language }. Please choose one from the list.
# $artist is the name of an artist or band.
settings-without = Noted: nothing by { $artist } from now on.
settings-again = { $artist } may come again.
# $artist was never left out.
settings-not-without = You had not left out { $artist }.

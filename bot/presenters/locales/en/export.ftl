# Everything that is kept about a person, as a text file for them. Times are in UTC.

export-title = Everything moodmix keeps about you
export-as-of = As of { $time } (all times are UTC). The same stands for programs in { $file }.
# $day: when the first of it was stored.
export-since = Kept since { $day }.
export-nothing = Nothing is kept about you.

export-consent = You agreed to version { $version } of the notice on { $time }.
export-consent-withdrawn = You agreed to version { $version } of the notice on { $time }, and took that back on { $withdrawn }.
export-consent-none = You have not agreed that faces are read.

export-settings = Your settings
export-language = Language: { $language }
# The language that Telegram, Discord or the browser says.
export-language-platform = Language: that of the app you write with
# $languages is a row with "and" before the last.
export-song-languages = Songs only in { $languages }
export-occasion = Lists made { occasion }
export-help-line = { $on ->
        [yes] A line with where to find help may come.
       *[no] No line with where to find help comes.
    }
export-help-shown = That line last came on { $time }.
export-without = Nothing by { $artists }
# $songs is a row of songs with "and" before the last.
export-like = More like { $songs }

export-moods = { $count ->
        [one] Your mood
       *[other] Your { $count } moods
    }
# $mood is an emotion-feel or feeling-feel; $valence and $arousal are numbers from -1 to 1.
export-mood-read = { $time }: { $mood }, read (valence { $valence }, arousal { $arousal })
export-mood-unsure = { $time }: perhaps { $mood }, read but not for sure (valence { $valence }, arousal { $arousal })
export-mood-told = { $time }: { $mood }, as you said (valence { $valence }, arousal { $arousal })
# $read is what was read before the person said otherwise, an emotion-name.
export-mood-corrected = { $time }: { $mood }, as you said; I had read: { $read } (valence { $valence }, arousal { $arousal })

export-lists = { $count ->
        [one] Your list
       *[other] Your { $count } lists
    }
# $mood is an emotion-feel.
export-list = { $time }: for feeling { $mood }, with { $song }. { list-aim }.
export-list-songless = { $time }: for feeling { $mood }, without a song. { list-aim }.
# $sign is 👍 or 👎.
export-list-verdict = The whole list: { $sign }

# What was said and sent last.
export-open = Your last round
export-open-mood = Your mood: { $mood }
export-open-song = Your song: { $song }
export-open-remembered = Your song before: { $song }
# $songs are those that moodmix asked about, with "or" before the last.
export-open-doubt = A song, one of these: { $songs }
export-open-songless = Without a song

export-elsewhere = { $count ->
        [one] You also judged { $count } track or list that was made for somebody else.
       *[other] You also judged { $count } tracks or lists that were made for others.
    }
# Under the files: what they are.
export-handed = Here is everything I keep about you: to read, and for programs. Only you see this.

# Where no mood was noted yet, so that there is nothing to draw.
history-none = I have not noted any mood of yours yet. Send me a selfie, or tell me how you feel with /mood.

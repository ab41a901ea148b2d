# Everything that is kept about a person, as a text file for them. Times are in UTC.

export-title = Alles, was moodmix über dich gespeichert hat
export-as-of = Stand: { $time } (alle Zeiten in UTC). Für Programme steht dasselbe in { $file }.
export-since = Gespeichert seit { $day }.
export-nothing = Über dich ist nichts gespeichert.

export-consent = Du hast Version { $version } des Hinweises zugestimmt: { $time }.
export-consent-withdrawn = Du hast Version { $version } des Hinweises zugestimmt: { $time }. Widerrufen hast du das: { $withdrawn }.
export-consent-none = Du hast nicht zugestimmt, dass Gesichter gelesen werden.

export-settings = Deine Einstellungen
export-language = Sprache: { $language }
export-language-platform = Sprache: die der App, in der du schreibst
export-song-languages = Songs nur auf { $languages }
export-occasion = Listen { occasion }
export-help-line = { $on ->
        [yes] Ein Hinweis, wo du Hilfe findest, darf kommen.
       *[no] Ein Hinweis, wo du Hilfe findest, kommt nicht.
    }
export-help-shown = Dieser Hinweis kam zuletzt: { $time }.
export-without = Nichts von { $artists }
export-like = Mehr wie { $songs }

export-moods = { $count ->
        [one] Deine Stimmung
       *[other] Deine { $count } Stimmungen
    }
export-mood-read = { $time }: { $mood }, abgelesen (Heiterkeit { $valence }; Energie { $arousal })
export-mood-unsure = { $time }: vielleicht { $mood }, abgelesen, aber nicht sicher (Heiterkeit { $valence }; Energie { $arousal })
export-mood-told = { $time }: { $mood }, wie du gesagt hast (Heiterkeit { $valence }; Energie { $arousal })
export-mood-corrected = { $time }: { $mood }, wie du gesagt hast; abgelesen hatte ich: { $read } (Heiterkeit { $valence }; Energie { $arousal })

export-lists = { $count ->
        [one] Deine Liste
       *[other] Deine { $count } Listen
    }
export-list = { $time }: Stimmung { $mood }, mit { $song }. { list-aim }.
export-list-songless = { $time }: Stimmung { $mood }, ohne Song. { list-aim }.
export-list-verdict = Die ganze Liste: { $sign }

export-open = Deine letzte Runde
export-open-mood = Deine Stimmung: { $mood }
export-open-song = Dein Song: { $song }
export-open-remembered = Dein Song davor: { $song }
export-open-doubt = Ein Song, einer von diesen: { $songs }
export-open-songless = Ohne Song

export-elsewhere = { $count ->
        [one] Außerdem hast du { $count } Song oder Liste bewertet, die für jemand anderen gemacht wurde.
       *[other] Außerdem hast du { $count } Songs oder Listen bewertet, die für andere gemacht wurden.
    }
export-handed = Hier ist alles, was ich über dich gespeichert habe: zum Lesen und für Programme. Das siehst nur du.

history-none = Ich habe noch keine Stimmung von dir notiert. Schick mir ein Selfie, oder sag mir mit /mood, wie du dich fühlst.

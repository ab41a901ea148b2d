# What a person can set for good: names of settings and of what can be chosen for them.

settings-title = Deine Einstellungen
settings-name = { $setting ->
        [language] Ich spreche
        [song_languages] Sprache der Songs
        [occasion] Anlass der Listen
        [help_line] Hinweis, wo du Hilfe findest
       *[artists] Ausgeschlossen
    }
settings-default = { $setting ->
        [language] die Sprache deiner App
        [song_languages] egal
        [occasion] kein bestimmter
        [artists] niemand
       *[help_line] an
    }
settings-default-button = { $setting ->
        [language] Wie in der App
        [song_languages] Jede Sprache
       *[occasion] Jeder Anlass
    }
settings-on = an
settings-off = aus
settings-line = { $name }: { $chosen }
settings-saved = Gespeichert. Deine nächste Liste richtet sich danach.

occasion-name = { $occasion ->
        [focus] Konzentration
        [workout] Training
        [sleep] Einschlafen
        [party] Party
        [commute] Weg zur Arbeit
        [morning] Morgen
        [evening] Abend
       *[night] Nacht
    }

settings-language-unknown = Eine Sprache namens { $language } kenne ich nicht. Wähl bitte eine aus der Liste.
settings-without = Notiert: ab jetzt nichts mehr von { $artist }.
settings-again = { $artist } darf wieder kommen.
settings-not-without = { $artist } hattest du gar nicht ausgeschlossen.

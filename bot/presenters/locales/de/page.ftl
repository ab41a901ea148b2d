# The chat page in a browser. Buttons are short: on a phone two or three of them share a line.

## The frame

page-description = Ein Selfie und ein Song rein, fünf Songs für deine Stimmung und der Grund dafür raus.
page-skip = Zum Nachrichtenfeld springen
page-conversation = Unterhaltung
page-messages = Nachrichten
page-speaker-moodmix = moodmix
page-speaker-you = Du
page-no-start = moodmix ist nicht zu erreichen. Schau bitte, ob es noch läuft, und lade diese Seite neu.
page-no-script = Die Chatseite braucht JavaScript. In einem Terminal macht „moodmix mix“ dasselbe ohne.
page-still-there = Deine letzte Liste ist noch da.
page-in-words = In Worten
page-close = Schließen
page-cancel = Abbrechen

## The menu

page-menu = Menü
page-menu-help = Hilfe
page-menu-history = Meine Stimmungen
page-menu-week = Meine Woche
page-menu-settings = Einstellungen
page-menu-faces = Meine eigenen Gesichter
page-menu-privacy = Datenschutz
page-menu-export = Meine Daten
page-menu-withdraw = Einwilligung widerrufen
page-menu-forget = Alles löschen …

## Writing a message

page-your-message = Deine Nachricht
page-attached = Angehängte Dateien
page-song-label = Song: Artist und Titel, oder ein Link
page-song-placeholder = Artist - Titel, oder ein Link
page-song-is-file = der Song ist die Datei oben
page-send = Senden
page-mood-tool = Stimmung
page-photo-tool = Foto
page-camera-tool = Kamera
page-audio-tool = Songdatei
page-drop = Foto, Video oder Song hier ablegen
page-remove = Entfernen
page-remove-file = { $name } entfernen
page-hint-agreed = Dein Bild wird verworfen, sobald es gelesen ist.
page-hint-not-agreed = Stimm oben zu, um mir dein Gesicht zu zeigen. Mit deiner Stimmung und einem Song geht es auch ohne.
page-picture-sent = Das Bild, das du geschickt hast

## A reply

page-new-tab = { $service }: { $title } (neuer Tab)
page-like = Ich mag { $title }
page-not-for-me = { $title } ist nichts für mich
page-thumb-up = Daumen hoch
page-thumb-down = Daumen runter
page-timeline-open = Verlauf in deinem Gesicht
page-mood-open = Irgendwo dazwischen …
page-mood-instead = Lieber meine Stimmung sagen

## Saying how one feels

page-plane-title = Oder irgendwo dazwischen
page-dark = düster
page-bright = heiter
page-calm = ruhig
page-energetic = energiegeladen
page-brightness = Von düster bis heiter
page-energy = Von ruhig bis energiegeladen
page-feel = Du fühlst dich:
page-mood-take = Das bin ich
page-mood-told = Ich fühle mich: { $mood }

page-mood-unknown = Dieses Wort für eine Stimmung kenne ich nicht. Wähl aus, was am besten passt.

## The camera

page-camera-title = Kamera
page-camera-view = Was die Kamera sieht
page-camera-close = Beenden
page-camera-shoot = Foto machen
page-camera-ready = Dein Bild bleibt hier, bis du es aufnimmst.
page-camera-refused = Die Kamera lässt sich nicht nutzen. Wähl bitte stattdessen ein Foto aus, oder sag mir deine Stimmung.
page-observe = Sieh mir zu
page-observe-ready = Mach ein Foto, oder lass mich dir 15 Sekunden zusehen, während du an deinen Song denkst.
page-observe-progress = Vergangene Zeit
page-observe-bars = Sekunden in jeder Stimmung
page-observe-searching = Ich suche dein Gesicht …
page-observe-seen = Ich sehe dich.
page-observe-so-far = Nach { $seconds } s am meisten: { $mood }
page-observe-enough = Das reicht
page-observed = Du hast mir zugesehen.
page-seconds = { $seconds } s

## My own faces

page-faces-intro = Zeig mir, wie du in jeder Stimmung aussiehst, und moodmix kann dein eigenes Gesicht lernen: etwa 100 Bilder von jeder, einige davon mit gedrehtem Kopf oder anderem Licht.
page-faces-question = Wie siehst du gerade aus?
page-faces-count = { $count } / { $aim }
page-faces-start = Bilder aufnehmen
page-faces-stop = Pause
page-faces-drop = Letztes entfernen
page-faces-clear = Alle entfernen
page-faces-clear-question = Wirklich alle entfernen?
page-faces-cleared = Alle Bilder sind entfernt.
page-faces-dropped = { $mood }: Das letzte Bild ist entfernt.
page-faces-taken = { $mood }: { $count }
page-faces-enough = { $mood }: Das reicht, danke dir. Wähl die nächste Stimmung.
page-faces-shipped = Lies mich wieder wie vorher
page-faces-as-shipped = Ich lese dein Gesicht wieder wie das von allen anderen.
page-faces-learned = moodmix hat dein Gesicht gelernt: Von { $held_out } Bildern, die es vorher nicht gesehen hatte, liest es jetzt { $after } richtig; davor waren es { $before }.
page-faces-where = Die kleinen grauen Bilder deines Gesichts liegen nur auf diesem Rechner, im Ordner „own-faces“ in den Daten von moodmix. Damit daraus gelernt wird, starte „moodmix train faces --finetune“ in einem Terminal. „Alles löschen“ löscht auch sie.

page-privacy-faces = Nur hier, für die Person, der dieser Rechner gehört: Was du unter „Meine eigenen Gesichter“ aufnimmst, sind kleine graue Bilder deines Gesichts. Sie liegen allein auf diesem Rechner, bis du sie entfernst oder alles über dich löschen lässt.

## Moods over time, and the copy of one's data

page-history = Deine Stimmungen der letzten Wochen.
page-history-none = Ich kenne noch keine Stimmung von dir. Zeig mir dein Gesicht oder sag mir, wie du dich fühlst, dann kommt nach und nach etwas zusammen.
page-week = Deine Woche in Stimmungen und Musik.
page-export = Das ist alles, was ich über dich gespeichert habe.
page-export-text = Alles zum Lesen
page-download = { $name } speichern

## Settings

page-settings-song-languages-hint = Ohne Auswahl dürfen die Songs in jeder Sprache sein.
page-settings-add = Hinzufügen
page-language-remove = Nicht mehr nur { $language }
page-settings-artists-none = Niemand ist ausgeschlossen. Nach einem Daumen runter findest du „Nichts von …“.
page-artist-again = { $artist } darf wieder kommen
page-settings-save = Speichern

## What cannot be done

error-observation-over = Ich schaue nicht mehr zu.
error-observation-over-next = Starte die Kamera bitte noch einmal.

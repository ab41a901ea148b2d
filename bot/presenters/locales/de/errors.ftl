# What went wrong in a conversation.
# Each error says what happened, and under the same name with -next what to do about it.

error-media-empty = Diese Datei ist leer.
error-media-empty-next = Schick sie bitte noch einmal.

error-media-too-large = Diese Datei ist größer als { $limit_mb } MB.
error-media-too-large-next = Schick bitte eine kleinere.

error-media-too-many-pixels = Dieses Bild hat mehr als { $limit_megapixels } Megapixel.
error-media-too-many-pixels-next = Schick es bitte verkleinert.

error-media-too-long = Diese Aufnahme ist länger als { $limit_s } Sekunden.
error-media-too-long-next = Schick bitte eine kürzere.

error-media-corrupt = Diese Datei ist beschädigt und lässt sich nicht öffnen.
error-media-corrupt-next = Schick bitte eine andere.

error-media-truncated = Diese Datei hört vor ihrem Ende auf, wie nach einem abgebrochenen Download.
error-media-truncated-next = Schick sie bitte noch einmal.

error-media-mislabelled = { $claimed ->
        [image] Diese Datei heißt wie ein Bild, enthält aber etwas anderes.
        [video] Diese Datei heißt wie ein Video, enthält aber etwas anderes.
       *[audio] Diese Datei heißt wie ein Song, enthält aber etwas anderes.
    }
error-media-mislabelled-next = Schick bitte ein echtes Foto, ein Video oder einen Song.

error-media-unsupported = Solche Dateien kann ich nicht öffnen.
error-media-unsupported-next = Ich verstehe Bilder als JPEG, PNG, WebP, HEIC und GIF, Videos als MP4, MOV und WebM und Songs als MP3, M4A, OGG, FLAC und WAV.

error-media-encrypted = Diese Datei ist kopiergeschützt, deshalb kann ich sie nicht anhören.
error-media-encrypted-next = Schick bitte eine ungeschützte Datei, füg einen Link ein oder schreib „Artist - Titel“.

error-media-too-dark = Dort ist es zu dunkel, um ein Gesicht zu sehen.
error-media-too-dark-next = Versuch es bitte mit mehr Licht.

error-media-not-a-face-picture = Das ist eine Audiodatei, und ich muss ein Gesicht sehen.
error-media-not-a-face-picture-next = Schick bitte ein Foto oder ein kurzes Video.

error-media-not-fetched = Ich konnte diese Datei nicht holen; vielleicht wurde sie gelöscht.
error-media-not-fetched-next = Schick sie bitte noch einmal.

error-audio-too-short = Diese Aufnahme ist zu kurz, um zu sagen, wie sie sich anfühlt.
error-audio-too-short-next = Schick bitte mindestens { $minimum_s } Sekunden.

error-audio-silent = Dort höre ich nichts als Stille.
error-audio-silent-next = Schick bitte eine andere Aufnahme.

error-audio-speech-only = Dort höre ich jemanden reden, aber keine Musik.
error-audio-speech-only-next = Schick bitte die Aufnahme eines Songs, oder schreib „Artist - Titel“.

error-listening-broke = Beim Anhören dieser Datei ist etwas kaputtgegangen, also habe ich sie ausgelassen.
error-listening-broke-next = Vielleicht ist sie beschädigt: Spiel sie bitte in einem anderen Programm bis zum Ende ab, oder speichere sie neu.

error-listening-too-slow = Ich habe diese Datei { $limit_s } Sekunden lang angehört und kam zu keinem Ende, also habe ich sie ausgelassen.
error-listening-too-slow-next = Vielleicht ist sie beschädigt: Speichere sie bitte neu.

error-no-face = Ich finde dort kein Gesicht.
error-no-face-next = Schick bitte ein Foto, auf dem dein Gesicht ganz zu sehen ist, mit Blick in die Kamera und bei gutem Licht.

error-several-faces = Dort sehe ich mehr als ein Gesicht.
error-several-faces-next = Sei bitte allein auf dem Bild, damit ich kein fremdes Gesicht behalte.

error-face-as-before = Das sieht genauso aus wie das Bild davor, also habe ich es nicht behalten.
error-face-as-before-next = Beweg bitte den Kopf ein wenig, oder ändere das Licht.

error-faces-enough = Von dieser Stimmung gibt es schon { $limit } Bilder, das reicht völlig.
error-faces-enough-next = Mach bitte mit einer anderen Stimmung weiter.

error-song-empty = Welchen Song hörst du gerade gern?
error-song-empty-next = Schreib „Artist - Titel“, füg einen Link ein oder schick eine Audiodatei.

error-song-too-long = Das ist zu lang für den Namen eines Songs.
error-song-too-long-next = Schreib bitte „Artist - Titel“, oder füg einen Link ein.

error-song-not-found = Den Song „{ $text }“ kenne ich nicht.
error-song-not-found-next = Prüf bitte die Schreibweise, schreib „Artist - Titel“, füg einen Link ein oder schick die Audiodatei selbst.

error-song-no-emotion = Ich habe „{ $title }“ gefunden, aber keine meiner Quellen weiß, wie sich der Song anfühlt.
error-song-no-emotion-next = Schick bitte die Audiodatei selbst, oder such dir einen anderen Song aus.

error-link-not-resolved = Ich konnte diesen Link von { $service } nicht nachschlagen: Kein Musikdienst kannte ihn oder hat geantwortet.
error-link-not-resolved-next = Schreib bitte stattdessen „Artist - Titel“, oder versuch es in einer Minute noch einmal.

error-link-is-album = Dieser Link von { $service } führt zu einem Album, nicht zu einem einzelnen Song.
error-link-is-album-next = Öffne ihn bitte, such dir deinen Song aus und füg dessen Link ein, oder schreib „Artist - Titel“.

error-link-is-playlist = Dieser Link von { $service } führt zu einer Playlist, nicht zu einem einzelnen Song.
error-link-is-playlist-next = Füg bitte den Link eines Songs daraus ein, oder schreib „Artist - Titel“.

error-link-is-artist = Dieser Link von { $service } führt zu einer Artist-Seite, nicht zu einem einzelnen Song.
error-link-is-artist-next = Füg bitte den Link eines Songs von dort ein, oder schreib „Artist - Titel“.

error-link-is-talk = Dieser Link von { $service } führt zu einem Podcast oder Hörbuch, und ich kenne mich nur mit Musik aus.
error-link-is-talk-next = Füg bitte den Link eines Songs ein, oder schreib „Artist - Titel“.

error-link-not-a-track = Dieser Link von { $service } führt nicht zu einem Song.
error-link-not-a-track-next = Füg bitte den Link eines einzelnen Songs ein, oder schreib „Artist - Titel“.

error-link-unsupported = Links von { $host } kann ich nicht lesen.
error-link-unsupported-next = Ich verstehe Spotify, YouTube, Apple Music, Deezer, Tidal, SoundCloud und Amazon Music, oder einfach „Artist - Titel“.

error-consent-needed = Bevor ich mir ein Gesicht ansehe, brauche ich deine Einwilligung.
error-consent-needed-next = Lies bitte erst den Hinweis und stimm zu, oder sag mir einfach, wie du dich fühlst.

error-nothing-to-rate = Diese Empfehlung habe ich nicht mehr.
error-nothing-to-rate-next = Lass dir bitte einen neuen Mix machen und bewerte den.

error-nothing-to-change = Es gibt noch keine Antwort, die sich ändern ließe.
error-nothing-to-change-next = Schick bitte erst ein Selfie, oder sag mir, wie du dich fühlst, und dazu einen Song.

error-nothing-in-doubt = Ich weiß nicht mehr, nach welchen Songs ich dich gefragt habe.
error-nothing-in-doubt-next = Schick mir den Song bitte noch einmal.

error-one-face-only = Auf deinem letzten Bild habe ich nur ein Gesicht gesehen.
error-one-face-only-next = Schick bitte erst ein Foto, auf dem alle zu sehen sind.

error-busy = Gerade fragen viele gleichzeitig.
error-busy-next = Versuch es bitte in einer Minute noch einmal.

error-timed-out = Das hat zu lange gedauert, also habe ich aufgehört.
error-timed-out-next = Versuch es bitte in einer Minute noch einmal.

error-page-outdated = moodmix wurde neu gestartet, seit diese Seite geöffnet wurde.
error-page-outdated-next = Lade die Seite bitte neu.

error-request-refused = Diese Anfrage kommt von einer anderen Seite, also bin ich ihr nicht gefolgt.
error-request-refused-next = Öffne moodmix bitte unter der Adresse, die beim Start angezeigt wurde.

error-request-invalid = Mit dieser Anfrage konnte ich nichts anfangen.
error-request-invalid-next = Lade die Seite bitte neu, und versuch es noch einmal.

error-request-unknown = Unter dieser Adresse gibt es nichts.
error-request-unknown-next = Geh bitte zurück zur Chatseite.

error-song-file-gone = Die Datei dieses Songs habe ich nicht mehr; vielleicht wurde sie verschoben oder gelöscht.
error-song-file-gone-next = Wird der Ordner neu eingelesen, ist die Bibliothek wieder aktuell.

error-song-file-unreadable = Ich kann die Datei dieses Songs nicht lesen: { $reason }.
error-song-file-unreadable-next = Versuch es bitte später noch einmal, oder such dir einen anderen Song aus.

error-song-file-too-large = Die Datei dieses Songs ist größer als { $limit_mb } MB, mehr kann ich hier nicht schicken.
error-song-file-too-large-next = Such dir bitte einen anderen Song aus.

error-song-file-refused = Dieser Chat hat die Datei dieses Songs nicht angenommen.
error-song-file-refused-next = Such dir bitte einen anderen Song aus, oder lass dir im privaten Chat einen Mix machen.

error-library-not-shared = Dieser Song ist aus einer eigenen Bibliothek, deren Songs hier nicht mehr gespielt werden.
error-library-not-shared-next = Lass dir bitte einen neuen Mix machen.

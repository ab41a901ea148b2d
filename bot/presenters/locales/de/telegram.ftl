# What only people on Telegram read.

telegram-description =
    Schick mir ein Selfie oder ein kurzes rundes Video und einen Song, den du gerade gern hörst. Du bekommst fünf Songs für deine Stimmung und den Grund dafür. Keine Kamera zur Hand? /mood geht ohne.

    Software schätzt Gefühle aus deinem Gesicht; sie kann sich irren. Ich frage vor dem ersten Gesicht und behalte keine Bilder.

telegram-short-description = Ein Selfie und ein Song rein, fünf Songs für deine Stimmung und der Grund dafür raus.

## Commands

telegram-mood-unknown = Dieses Wort für eine Stimmung kenne ich nicht. Wähl aus, was am besten passt.
telegram-private-only = Das ist nur für deine Augen, frag mich das bitte im privaten Chat.
telegram-private-button = Schreib mir privat
telegram-preparing = Einen Moment …
telegram-settings-back = ← Zurück

## Groups

telegram-hello = Hi, ich bin moodmix: ein Selfie und ein Song rein, fünf Songs für die Stimmung und der Grund dafür raus. Hier lese ich nur Befehle und Antworten an mich. Schreib /moodmix mit einem Song, oder schick mir ein Selfie mit /moodmix in der Bildunterschrift; /mood geht ohne Kamera. Ich frage alle einzeln, bevor ich mir ein Gesicht ansehe.

## Sharing a list in any chat

telegram-share-title = Deine Liste vom { $day }
telegram-share-title-mood = Deine Liste vom { $day }, mit deiner Stimmung
telegram-shared = { $seed ->
        [song] Fünf Songs zu { $song }, gemacht mit moodmix
       *[none] Fünf Songs für eine Stimmung, gemacht mit moodmix
    }
telegram-shared-mood = Stimmung: { $mood }. { list-aim }.
telegram-share-button = Neue Liste mit moodmix machen

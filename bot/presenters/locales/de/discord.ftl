# What only Discord has: its menus, sharing in servers, and what servers may forbid.

## Menus and options of commands: entries of menus at most 32 characters, options at most 100

user-command = Stimmungsmix aus meinem Avatar

discord-language-option = Ab jetzt nur Songs in dieser Sprache
discord-occasion-option = Wofür deine Listen ab jetzt sind
discord-feeling-option = Wie du dich fühlst
discord-mood-song-option = Wenn du magst, ein Song, den du gern hörst: Artist - Titel, oder ein Link
discord-weeks-option = Wie viele Wochen zurück; sonst sind es 12
discord-speak-option = Die Sprache, die ich mit dir spreche
discord-song-language-option = Eine Sprache für deine Songs; noch einmal nimmt sie zurück
discord-occasions-option = Wofür deine Listen sind
discord-help-line-option = Ob nach schweren Tagen ein Hinweis kommen darf, wo du Hilfe findest
discord-without-option = Ein Artist, von dem du nichts hören willst
discord-again-option = Ein ausgeschlossener Artist, der wieder kommen darf

## Answers

discord-mood-menu = Wähl deine Stimmung
discord-share-button = 📣 Teilen …
discord-share-question = Soll ich deine Liste hier für alle posten? Deine Stimmung bleibt bei dir, außer du teilst das Bild mit.
discord-share-list-button = Nur die Songs
discord-share-mood-button = Songs und meine Stimmung
discord-share-done = Erledigt, hier können es jetzt alle sehen. Deren 👍 und 👎 zählen für sie selbst.
discord-share-hidden = Auf diesem Server siehst nur du, was ich sage, also kann es sonst niemand sehen.
discord-shared = { $person } teilt eine Liste mit Songs.
discord-shared-mood = { $person } teilt eine Stimmung und eine Liste mit Songs dafür.

## The picture somebody has on Discord

discord-avatar-none = Du hast auf Discord noch kein eigenes Bild. Schick mir stattdessen ein Selfie, oder sag mir mit /mood, wie du dich fühlst.
discord-avatar-others = Ich sehe mir nur dein eigenes Bild an, denn ein Gesicht gehört dem Menschen, dessen Gesicht es ist. Die Person kann dasselbe mit ihrem Bild machen, oder /moodmix sagen.

## In servers

discord-help-server = Hier antworte ich auf Befehle und auf Nachrichten, die mich erwähnen. Mit Apps ▸ Stimmungsmix an einer Nachricht nehme ich das Foto darin. Was auf Befehle kommt, siehst nur du, bis du auf „Teilen“ drückst.
discord-help-server-name = Hier antworte ich auf Befehle und auf Nachrichten, die mich erwähnen oder mit „moodmix“ beginnen. Mit Apps ▸ Stimmungsmix an einer Nachricht nehme ich das Foto darin. Was auf Befehle kommt, siehst nur du, bis du auf „Teilen“ drückst.
discord-cannot-write = In { $place } darf ich nicht schreiben, deshalb steht hier, was ich sagen wollte.
discord-no-files = (In diesem Kanal darf ich keine Bilder oder Dateien anhängen. In einer Direktnachricht kann ich es.)
discord-private-only = Das ist nur für deine Augen. Nimm bitte den Befehl statt einer Nachricht: Darauf antworte ich so, dass es sonst niemand sieht.

# Buttons, as short as they can be, and the questions that groups of them answer.

consent-button = Ich bin mindestens 16 und stimme zu
owner-agrees-button = Mein Gesicht, oder die Person stimmt zu
forget-button = Alles löschen
keep-button = Behalten

play-button = ▶ Nr. { $position } abspielen

intent-button = { $intent ->
        [modulate] Bei dieser Stimmung bleiben
        [enhance] Heb meine Stimmung
       *[soothe] Bring mich zur Ruhe
    }
everyone-button = Die Stimmung von allen

wish-button = { $wish ->
        [more_like] ✨ Mehr davon
        [not_artist] 🚫 Nichts von { $artist }
       *[anything] ↺ Meine Wünsche streichen
    }

## What a group of buttons is about, for people who do not see where they stand

mood-question = Wie fühlst du dich?
whose-question = Wessen Stimmung zählt?
intent-question = Was soll die Liste tun?
song-question = Welcher Song ist es?

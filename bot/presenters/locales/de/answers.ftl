# Answers: why this list, and why this track.

## The list

list-follows-all = Diese Liste folgt einer Mischung aus allem, was ich sehe.

list-intent = { list-aim }: { list-cause }.
list-intent-unsure = { list-aim }, wenn ich dich richtig lese: { list-cause }.
list-aim = { $intent ->
        [modulate] Bei dieser Stimmung bleiben
        [enhance] Die Stimmung heben
       *[soothe] Zur Ruhe kommen
    }
# Whole sentences after a colon: they begin with a capital letter.
list-cause = { $cause ->
        [alike] Deine Stimmung und dein Song fühlen sich ähnlich an, also bleibt die Liste dabei
        [brighter] Dein Song ist heiterer als deine Stimmung, also führt dich die Liste Schritt für Schritt dorthin
        [more_energetic] Dein Song hat mehr Energie als deine Stimmung, also führt dich die Liste Schritt für Schritt dorthin
        [brighter_and_more_energetic] Dein Song ist heiterer und hat mehr Energie als deine Stimmung, also führt dich die Liste Schritt für Schritt dorthin
        [darker_or_calmer] Dein Song ist düsterer oder ruhiger als deine Stimmung, also bleibt die Liste da, wo du bist
        [calmer] Deine Stimmung ist angespannt und dein Song ist ruhig, also führt dich die Liste Schritt für Schritt dorthin
        [tense_mood] Deine Stimmung ist angespannt, also wird die Liste Schritt für Schritt ruhiger
        [dark_mood] Deine Stimmung ist düster, also wird die Liste Schritt für Schritt heiterer
        [mood_alone] Kein Song führt woandershin, also bleibt die Liste bei dir
       *[chosen] Das hast du dir so ausgesucht
    }
list-doubt = { $intent ->
        [modulate] Falls du dich { $moods } fühlst, würde ich lieber dabei bleiben.
        [enhance] Falls du dich { $moods } fühlst, würde ich die Stimmung lieber heben.
       *[soothe] Falls du dich { $moods } fühlst, würde ich dich lieber zur Ruhe bringen.
    }
list-baseline = Nach dem Vergleichsverfahren: Songs, die sich am ehesten so anfühlen wie dein Gesicht, egal mit welcher Absicht.

list-occasion = Gemacht { $occasions }.
# After "gemacht" and "gut".
occasion = { $occasion ->
        [focus] zum Konzentrieren
        [workout] zum Trainieren
        [sleep] zum Einschlafen
        [party] für eine Party
        [commute] für den Weg zur Arbeit
        [morning] für den Morgen
        [evening] für den Abend
       *[night] für die Nacht
    }
list-languages = Nur auf { $languages }.
list-without = Nichts von { $artists }.

list-decided = Was gezählt hat: { $parts }.
list-weight = { $kind ->
        [mood] Stimmung { $share }
        [artist] Artist { $share }
        [genre] Genre { $share }
        [era] Jahrzehnt { $share }
        [language] Sprache { $share }
        [sound] Klang { $share }
        [wish] deine Wünsche { $share }
        [context] Anlass { $share }
        [learned] deine 👍 und 👎 { $share }
       *[novelty] Abwechslung { $share }
    }

list-too-short = Mehr passende Songs kenne ich nicht.
list-empty = Ich kenne keinen Song, auf den das alles passt. Wünsch dir bitte etwas weniger.

## A track: parts of one line in a row, the first with a capital letter

track-mood = { $near ->
        [right-end] { feeling }, genau am Ziel der Liste
        [right-way] { feeling }, genau auf dem Weg dorthin
        [close-end] { feeling }, nah am Ziel der Liste
        [close-way] { feeling }, nah am Weg dorthin
        [off-end] { feeling }, nicht ganz am Ziel der Liste
        [off-way] { feeling }, etwas neben dem Weg dorthin
        [far-end] { feeling }, weit weg vom Ziel der Liste
       *[far-way] { feeling }, weitab vom Weg dorthin
    }
track-wish = so ähnlich wie { $name }, ganz nach Wunsch
track-occasion = gut { $occasions }
track-new = mal etwas Neues

track-like-song = wie dein Song: { $parts }
track-common = { $kind ->
        [artist] von { $value }
        [genre] Genre { $value }
        [era] aus den { $value }ern
        [language] auf { $value }
        [unnamed_language] in derselben Sprache
       *[sound] im Klang
    }
track-learned = { $kind ->
        [artist] diesen Act magst du
        [genre] du magst { $value }
        [genre_family] du magst { $value }
        [decade] du magst Songs aus den { $value }ern
        [language] du magst Songs auf { $value }
        [crowd] Leute mit deinem Geschmack mögen das
       *[likeness] ganz ähnlich wie das, was von dir 👍 bekam
    }

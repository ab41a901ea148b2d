# Moods: expressions of faces, points between dark and bright and between calm and energetic, and
# what a face told. Nothing here tells the gender of the person: nouns, or adjectives with one form.

## Expressions

emotion-name = { $emotion ->
        [angry] Enojo
        [disgust] Asco
        [fear] Miedo
        [happy] Alegría
        [sad] Tristeza
        [surprise] Sorpresa
       *[neutral] Neutral
    }
# What is seen in a face: after "veo" and "quizá".
emotion-look = { $emotion ->
        [angry] enojo
        [disgust] asco
        [fear] miedo
        [happy] alegría
        [sad] tristeza
        [surprise] sorpresa
       *[neutral] un gesto neutral
    }
emotion-look-all = { emotion-look }
# After "te sientes" and "sigues", and on its own.
emotion-feel = { $emotion ->
        [angry] con enojo
        [disgust] con asco
        [fear] con miedo
        [happy] alegre
        [sad] triste
        [surprise] con sorpresa
       *[neutral] neutral
    }

## Points on the plane of moods

# Of a song, and of a face: both are feminine.
feeling = { $feeling ->
        [bright-energetic] luminosa y enérgica
        [bright-calm] luminosa y tranquila
        [bright] luminosa
        [dark-energetic] sombría y enérgica
        [dark-calm] sombría y tranquila
        [dark] sombría
        [energetic] enérgica
        [calm] tranquila
       *[even] equilibrada
    }
feeling-face = { feeling }
feeling-feel = { $feeling ->
        [bright-energetic] con el ánimo alto y mucha energía
        [bright-calm] con el ánimo alto y en calma
        [bright] con el ánimo alto
        [dark-energetic] con el ánimo bajo y mucha energía
        [dark-calm] con el ánimo bajo y en calma
        [dark] con el ánimo bajo
        [energetic] con mucha energía
        [calm] en calma
       *[even] en equilibrio
    }

## What a face told; $sure is a share such as 88 %

face-told = Me dijiste que te sientes { $mood }.
face-noted = Anotado: te sientes { $mood }.
face-look = Veo { emotion-look } en tu cara (con { $sure } de seguridad).
face-everyone = En todo el grupo veo { emotion-look-all } (con { $sure } de seguridad).

face-unsure = { $count ->
        [1] No tengo claro qué veo en tu cara: ¿quizá { $guesses }?
       *[other] No tengo claro qué veo en tu cara: ¿{ $guesses }?
    }
face-guess = { emotion-look } ({ $share })

face-course = Durante { $seconds } segundos vi en tu cara { $parts }.
face-spent = { $how ->
        [mostly] sobre todo { emotion-look } ({ $seconds } s)
        [often] lo más a menudo { emotion-look } ({ $seconds } s)
        [also] también { emotion-look } ({ $seconds } s)
       *[little] a ratos { emotion-look } ({ $seconds } s)
    }
face-steady = { $how ->
        [all] Durante { $seconds } segundos vi { emotion-look } en tu cara todo el tiempo.
       *[nearly] Durante { $seconds } segundos vi { emotion-look } en tu cara casi todo el tiempo.
    }
face-all-in-all = En conjunto veo { emotion-look } en tu cara (con { $sure } de seguridad).

face-largest = { $seen ->
        [video] Vi { $faces } caras y seguí la más grande.
       *[photo] Vi { $faces } caras y leí la más grande cerca del centro.
    }

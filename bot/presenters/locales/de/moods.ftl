# Moods: expressions of faces, points between dark and bright and between calm and energetic, and
# what a face told.

## Expressions

emotion-name = { $emotion ->
        [angry] Wütend
        [disgust] Angewidert
        [fear] Ängstlich
        [happy] Fröhlich
        [sad] Traurig
        [surprise] Überrascht
       *[neutral] Neutral
    }
emotion-look = { $emotion ->
        [angry] wütend
        [disgust] angewidert
        [fear] ängstlich
        [happy] fröhlich
        [sad] traurig
        [surprise] überrascht
       *[neutral] neutral
    }
emotion-look-all = { emotion-look }
emotion-feel = { emotion-look }

## Points on the plane of moods

feeling = { $feeling ->
        [bright-energetic] heiter und energiegeladen
        [bright-calm] heiter und ruhig
        [bright] heiter
        [dark-energetic] düster und energiegeladen
        [dark-calm] düster und ruhig
        [dark] düster
        [energetic] energiegeladen
        [calm] ruhig
       *[even] ausgeglichen
    }
feeling-face = { feeling }
feeling-feel = { $feeling ->
        [bright-energetic] heiter und voller Energie
        [bright-calm] heiter und ruhig
        [bright] heiter
        [dark-energetic] düster gestimmt und voller Energie
        [dark-calm] düster gestimmt und ruhig
        [dark] düster gestimmt
        [energetic] voller Energie
        [calm] ruhig
       *[even] ausgeglichen
    }

## What a face told; $sure is a share such as 88 %

face-told = Du hast gesagt, du fühlst dich { $mood }.
face-noted = Notiert: Du fühlst dich { $mood }.
face-look = Du wirkst auf mich { emotion-look } (zu { $sure } sicher).
face-everyone = Alle zusammen wirkt ihr auf mich { emotion-look-all } (zu { $sure } sicher).

face-unsure = { $count ->
        [1] Ich bin nicht sicher, wie du dreinschaust: vielleicht { $guesses }?
       *[other] Ich bin nicht sicher, wie du dreinschaust: { $guesses }?
    }
face-guess = { emotion-look } ({ $share })

face-course = Im Lauf von { $seconds } Sekunden wirktest du { $parts }.
face-spent = { $how ->
        [mostly] überwiegend { emotion-look } ({ $seconds } s)
        [often] am häufigsten { emotion-look } ({ $seconds } s)
        [also] auch { emotion-look } ({ $seconds } s)
       *[little] ein wenig { emotion-look } ({ $seconds } s)
    }
face-steady = { $how ->
        [all] { $seconds } Sekunden lang wirktest du durchgehend { emotion-look }.
       *[nearly] { $seconds } Sekunden lang wirktest du fast durchgehend { emotion-look }.
    }
face-all-in-all = Alles in allem wirkst du auf mich { emotion-look } (zu { $sure } sicher).

face-largest = { $seen ->
        [video] Ich habe { $faces } Gesichter gesehen und bin dem größten gefolgt.
       *[photo] Ich habe { $faces } Gesichter gesehen und das größte nahe der Mitte gelesen.
    }

# Words in drawn pictures, where room is short, and the pictures in words for people who cannot see
# them.

in-seconds = { $seconds } s

## The card of a mix

card-headline = { $intent ->
        [modulate] { $mood }, y ahí seguimos
        [enhance] { $mood }, y de aquí hacia arriba
       *[soothe] { $mood }, y ahora a la calma
    }
card-mood = { emotion-name } { $sure }
card-mood-unsure = Quizá { emotion-look }
card-mood-everyone = Grupo: { emotion-look-all }

# Of a mood, which is masculine (el ánimo).
plane-edge = { $edge ->
        [top] enérgico
        [bottom] tranquilo
        [left] sombrío
       *[right] luminoso
    }
plane-you = tú
plane-song = canción
card-see-message = (ver el mensaje)

card-alt = { $intent ->
        [modulate] { card-alt-places } Canciones: { $tracks }.
       *[other] { card-alt-places } Canciones, paso a paso desde tu ánimo: { $tracks }.
    }
card-alt-places = { $seed ->
        [song] Un plano de sombrío a luminoso y de tranquilo a enérgico. Tú: { $face }. Tu canción: { $song }.
       *[none] Un plano de sombrío a luminoso y de tranquilo a enérgico. Tú: { $face }.
    }
card-alt-track = { $position } { feeling }

## The course of a mood over a video

timeline-headline = { emotion-name }: { $share } del tiempo
timeline-mood = { emotion-name } { $time }
timeline-alt = Cómo cambió tu cara durante { $time }: { $parts }. Lo más frecuente: { emotion-look }, el { $share } del tiempo.
timeline-alt-mood = { emotion-look } durante { $time }

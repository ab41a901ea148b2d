# Answers: why this list, and why this track. A song is feminine (la canción), and so are its words.

## The list

list-follows-all = Esta lista sigue una mezcla de todo lo que veo.

list-intent = { list-aim }: { list-cause }.
list-intent-unsure = { list-aim }, si te leo bien: { list-cause }.
list-aim = { $intent ->
        [modulate] Seguir con este ánimo
        [enhance] Levantar el ánimo
       *[soothe] Calmar el ánimo
    }
list-cause = { $cause ->
        [alike] tu ánimo y tu canción se parecen, así que la lista se queda ahí
        [brighter] tu canción es más luminosa que tu ánimo, así que la lista te lleva hasta allí paso a paso
        [more_energetic] tu canción tiene más energía que tu ánimo, así que la lista te lleva hasta allí paso a paso
        [brighter_and_more_energetic] tu canción es más luminosa y tiene más energía que tu ánimo, así que la lista te lleva hasta allí paso a paso
        [darker_or_calmer] tu canción es más sombría o más tranquila que tu ánimo, así que la lista se queda donde estás
        [calmer] tu ánimo está tenso y tu canción es tranquila, así que la lista te lleva hasta allí paso a paso
        [tense_mood] tu ánimo está tenso, así que la lista se va calmando paso a paso
        [dark_mood] tu ánimo está sombrío, así que la lista se va iluminando paso a paso
        [mood_alone] no hay canción que lleve a otra parte, así que la lista se queda contigo
       *[chosen] es lo que elegiste
    }
list-doubt = { $intent ->
        [modulate] Si te sientes { $moods }, preferiría quedarme ahí.
        [enhance] Si te sientes { $moods }, preferiría levantarte el ánimo.
       *[soothe] Si te sientes { $moods }, preferiría darte calma.
    }
list-baseline = Según el método de comparación: las canciones que más se parecen a lo que dice tu cara, sea cual sea la intención.

list-occasion = Hecha { $occasions }.
# After "hecha" and "buena".
occasion = { $occasion ->
        [focus] para concentrarte
        [workout] para entrenar
        [sleep] para dormirte
        [party] para una fiesta
        [commute] para ir al trabajo
        [morning] para la mañana
        [evening] para el atardecer
       *[night] para la noche
    }
list-languages = Solo en { $languages }.
list-without = Nada de { $artists }.

list-decided = Lo que contó: { $parts }.
list-weight = { $kind ->
        [mood] ánimo { $share }
        [artist] artista { $share }
        [genre] género { $share }
        [era] época { $share }
        [language] idioma { $share }
        [sound] sonido { $share }
        [wish] lo que pediste { $share }
        [context] ocasión { $share }
        [learned] tus 👍 y 👎 { $share }
       *[novelty] variedad { $share }
    }

list-too-short = No conozco más canciones que encajen.
list-empty = No conozco ninguna canción que encaje con todo eso. Prueba a pedir un poco menos.

## A track: parts of one line in a row, the first with a capital letter

track-mood = { $near ->
        [right-end] { feeling }, justo adonde va la lista
        [right-way] { feeling }, justo en el camino
        [close-end] { feeling }, cerca de adonde va la lista
        [close-way] { feeling }, cerca del camino
        [off-end] { feeling }, no del todo adonde va la lista
        [off-way] { feeling }, un poco fuera del camino
        [far-end] { feeling }, lejos de adonde va la lista
       *[far-way] { feeling }, lejos del camino
    }
track-wish = parecida a { $name }, como pediste
track-occasion = buena { $occasions }
track-new = algo nuevo

track-like-song = como tu canción: { $parts }
track-common = { $kind ->
        [artist] de { $value }
        [genre] género { $value }
        [era] de la década de { $value }
        [language] en { $value }
        [unnamed_language] en el mismo idioma
       *[sound] por su sonido
    }
track-learned = { $kind ->
        [artist] su artista te gusta
        [genre] te gusta el género { $value }
        [genre_family] te gusta el género { $value }
        [decade] te gustan las canciones de la década de { $value }
        [language] te gustan las canciones en { $value }
        [crowd] le gusta a gente con tus gustos
       *[likeness] muy parecida a lo que marcaste con 👍
    }

# Buttons, as short as they can be, and the questions that groups of them answer.

consent-button = Tengo 16 años o más y acepto
owner-agrees-button = Es mi cara, o esa persona acepta
forget-button = Borrar todo
keep-button = Conservarlo

play-button = ▶ Reproducir la { $position }

intent-button = { $intent ->
        [modulate] Seguir con este ánimo
        [enhance] Levántame el ánimo
       *[soothe] Dame calma
    }
everyone-button = El ánimo de todo el grupo

wish-button = { $wish ->
        [more_like] ✨ Más como esta
        [not_artist] 🚫 Nada de { $artist }
       *[anything] ↺ Olvida lo que pedí
    }

## What a group of buttons is about, for people who do not see where they stand

mood-question = ¿Cómo te sientes?
whose-question = ¿Qué ánimo cuenta?
intent-question = ¿Qué debe hacer la lista?
song-question = ¿Qué canción es?

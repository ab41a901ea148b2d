# How a round goes on after its list: how the person feels now, what moved, and the end.

how-now = ¿Cómo te sientes ahora? Elige un ánimo o mándame otro selfie, y sigo desde ahí. Antes de la lista: { $before }.

moved-from-to = Antes, { $before }; ahora, { $now }.
moved-not = Sigues más o menos igual: { $now }.

moved-how =
    { $valence ->
        [brighter]
            { $arousal ->
                [livelier] Tu ánimo es más luminoso y enérgico que antes de la lista.
                [calmer] Tu ánimo es más luminoso y tranquilo que antes de la lista.
               *[same] Tu ánimo es más luminoso que antes de la lista.
            }
        [darker]
            { $arousal ->
                [livelier] Tu ánimo es más sombrío y enérgico que antes de la lista.
                [calmer] Tu ánimo es más sombrío y tranquilo que antes de la lista.
               *[same] Tu ánimo es más sombrío que antes de la lista.
            }
       *[same]
            { $arousal ->
                [livelier] Tu ánimo es más enérgico que antes de la lista.
               *[calmer] Tu ánimo es más tranquilo que antes de la lista.
            }
    }

moved-since-start = Al empezar: { $began }.

farewell = Bien. Aquí estoy cuando quieras: un selfie o /mood, y empezamos de nuevo.

put-away = Lo que habíamos empezado llevaba ahí más de un día, así que lo guardé. Empezamos de cero.

help-line = Los últimos días parecen pesados, hasta donde puedo ver, y puedo equivocarme. Si hablar ayuda: en findahelpline.com encuentras personas que escuchan, gratis y de forma confidencial, en la mayoría de los países. Si corres peligro, llama por favor al número de emergencias de tu zona. (En /settings puedes desactivar este aviso.)

help-off-button = No mostrar más
help-off = Ese aviso ya no aparecerá. /settings lo trae de vuelta.

correct-button = No es eso
other-mood-button = Siento otra cosa
last-song-button = La misma canción de antes
no-song-button = Sin canción, solo mi ánimo
onward-button = { $onward ->
        [check_in] ¿Cómo te sientes ahora?
       *[finish] Estoy bien, gracias
    }

correct-question = ¿Qué es entonces?
song-ways-question = O seguir sin una canción nueva
onward-question = ¿Y ahora?

# How a round goes on after its list: how the person feels now, what moved, and the end.

how-now = ¿Cómo te sientes ahora? Elige un ánimo o mándame otro selfie, y sigo desde ahí. Antes de la lista te sentías { $before }.

moved-from-to = Antes te sentías { $before } y ahora, { $now }.
moved-not = Tu ánimo está más o menos donde estaba: { $now }.

moved-how =
    { $valence ->
        [brighter]
            { $arousal ->
                [livelier] Es un ánimo más luminoso y enérgico que antes de la lista.
                [calmer] Es un ánimo más luminoso y tranquilo que antes de la lista.
               *[same] Es un ánimo más luminoso que antes de la lista.
            }
        [darker]
            { $arousal ->
                [livelier] Es un ánimo más sombrío y enérgico que antes de la lista.
                [calmer] Es un ánimo más sombrío y tranquilo que antes de la lista.
               *[same] Es un ánimo más sombrío que antes de la lista.
            }
       *[same]
            { $arousal ->
                [livelier] Es un ánimo más enérgico que antes de la lista.
               *[calmer] Es un ánimo más tranquilo que antes de la lista.
            }
    }

moved-since-start = Cuando empezamos te sentías { $began }.

farewell = Bien. Aquí estoy cuando quieras: un selfie o /mood, y empezamos de nuevo.

put-away = Lo que habíamos empezado llevaba ahí más de un día, así que lo guardé. Empezamos de cero.

help-line = Los últimos días parecen pesados, hasta donde puedo ver, y puedo equivocarme. Si hablar ayuda: en findahelpline.com encuentras personas que escuchan, gratis y de forma confidencial, en la mayoría de los países. Si corres peligro, llama por favor al número de emergencias de tu zona. (En /settings puedes desactivar este aviso.)

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

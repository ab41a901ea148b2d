# Songs: their names, how they feel and what was heard in them. A song is feminine (la canción).

song-by = «{ $title }» de { $artist }
song-alone = «{ $title }»

song-feels = { $song } suena { feeling } (según { $sources }).
song-source = { $source ->
        [catalogue] el catálogo de moodmix
        [library] tu biblioteca
        [music_network] la red musical de moodmix
        [upload] tu archivo de audio
       *[service] { $name }
    }
song-disagreement = No hay acuerdo: según { $one } es { $first }; según { $other }, { $second }. Me quedo en el medio.

song-sounds = { $known ->
        [both] Suena { $words } (unos { $bpm } BPM, en { song-key }).
        [tempo] Suena { $words } (unos { $bpm } BPM).
        [key] Suena { $words } (en { song-key }).
       *[nothing] Suena { $words }.
    }
song-sound = { $sound ->
        [slow] lenta
        [fast] rápida
        [major] en modo mayor
        [minor] en modo menor
        [soft] suave
        [loud] fuerte
        [mellow] cálida
       *[crisp] brillante
    }
song-tempo = Va a unos { $bpm } BPM.
song-key = { $mode ->
        [major] { song-tonic } mayor
       *[minor] { song-tonic } menor
    }
song-tonic = { $tonic ->
        [C-sharp] do♯
        [D] re
        [E-flat] mi♭
        [E] mi
        [F] fa
        [F-sharp] fa♯
        [G] sol
        [A-flat] la♭
        [A] la
        [B-flat] si♭
        [B] si
       *[C] do
    }

song-turn = { $change ->
        [brighter] Empieza { feeling } y hacia el minuto { $time } se vuelve más luminosa.
        [darker] Empieza { feeling } y hacia el minuto { $time } se vuelve más sombría.
        [energetic] Empieza { feeling } y hacia el minuto { $time } gana energía.
        [calmer] Empieza { feeling } y hacia el minuto { $time } se calma.
        [brighter-energetic] Empieza { feeling } y hacia el minuto { $time } se vuelve más luminosa y gana energía.
        [brighter-calmer] Empieza { feeling } y hacia el minuto { $time } se vuelve más luminosa y se calma.
        [darker-energetic] Empieza { feeling } y hacia el minuto { $time } se vuelve más sombría y gana energía.
       *[darker-calmer] Empieza { feeling } y hacia el minuto { $time } se vuelve más sombría y se calma.
    }

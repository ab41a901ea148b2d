song-by = “{ $title }” de { $artist }
song-alone = “{ $title }”

song-feels = { $song } soa { feeling } (segundo { $sources }).
song-source = { $source ->
        [catalogue] o catálogo do moodmix
        [library] a sua biblioteca
        [music_network] a rede musical do moodmix
        [upload] o seu arquivo de áudio
       *[service] { $name }
    }
song-disagreement = Há duas opiniões diferentes, então fico no meio do caminho. Segundo { $one }: { $first }; segundo { $other }: { $second }.

song-sounds = { $known ->
        [both] É uma música { $words } (cerca de { $bpm } BPM, em { song-key }).
        [tempo] É uma música { $words } (cerca de { $bpm } BPM).
        [key] É uma música { $words } (em { song-key }).
       *[nothing] É uma música { $words }.
    }
song-sound = { $sound ->
        [slow] lenta
        [fast] rápida
        [major] em tom maior
        [minor] em tom menor
        [soft] suave
        [loud] forte
        [mellow] aveludada
       *[crisp] cristalina
    }
song-tempo = Ela anda a cerca de { $bpm } BPM.
song-key = { $mode ->
        [major] { song-tonic } maior
       *[minor] { song-tonic } menor
    }
song-tonic = { $tonic ->
        [C-sharp] dó sustenido
        [D] ré
        [E-flat] mi bemol
        [E] mi
        [F] fá
        [F-sharp] fá sustenido
        [G] sol
        [A-flat] lá bemol
        [A] lá
        [B-flat] si bemol
        [B] si
       *[C] dó
    }

song-turn = { $change ->
        [brighter] Ela começa { feeling } e vai clareando a partir de cerca de { $time }.
        [darker] Ela começa { feeling } e vai escurecendo a partir de cerca de { $time }.
        [energetic] Ela começa { feeling } e ganha energia a partir de cerca de { $time }.
        [calmer] Ela começa { feeling } e vai se acalmando a partir de cerca de { $time }.
        [brighter-energetic] Ela começa { feeling }, vai clareando e ganha energia a partir de cerca de { $time }.
        [brighter-calmer] Ela começa { feeling }, vai clareando e se acalmando a partir de cerca de { $time }.
        [darker-energetic] Ela começa { feeling }, vai escurecendo e ganha energia a partir de cerca de { $time }.
       *[darker-calmer] Ela começa { feeling }, vai escurecendo e se acalmando a partir de cerca de { $time }.
    }

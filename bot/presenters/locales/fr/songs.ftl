song-by = « { $title } » ({ $artist })
song-alone = « { $title } »

song-feels = Je trouve { $song } { feeling } (d’après { $sources }).
song-source = { $source ->
        [catalogue] le catalogue moodmix
        [library] ta bibliothèque
        [music_network] le réseau musical moodmix
        [upload] ton fichier audio
       *[service] { $name }
    }
song-disagreement = Deux avis s’opposent, alors je vise entre les deux. D’après { $one } : { $first } ; d’après { $other } : { $second }.

song-sounds = { $known ->
        [both] C’est un morceau { $words } (environ { $bpm } BPM, en { song-key }).
        [tempo] C’est un morceau { $words } (environ { $bpm } BPM).
        [key] C’est un morceau { $words } (en { song-key }).
       *[nothing] C’est un morceau { $words }.
    }
song-sound = { $sound ->
        [slow] lent
        [fast] rapide
        [major] en majeur
        [minor] en mineur
        [soft] doux
        [loud] puissant
        [mellow] feutré
       *[crisp] incisif
    }
song-tempo = Il avance à environ { $bpm } BPM.
song-key = { $mode ->
        [major] { song-tonic } majeur
       *[minor] { song-tonic } mineur
    }
song-tonic = { $tonic ->
        [C-sharp] do dièse
        [D] ré
        [E-flat] mi bémol
        [E] mi
        [F] fa
        [F-sharp] fa dièse
        [G] sol
        [A-flat] la bémol
        [A] la
        [B-flat] si bémol
        [B] si
       *[C] do
    }

song-turn = { $change ->
        [brighter] Il commence { feeling }, puis s’éclaircit à partir de { $time } environ.
        [darker] Il commence { feeling }, puis s’assombrit à partir de { $time } environ.
        [energetic] Il commence { feeling }, puis gagne en énergie à partir de { $time } environ.
        [calmer] Il commence { feeling }, puis se calme à partir de { $time } environ.
        [brighter-energetic] Il commence { feeling }, puis s’éclaircit et gagne en énergie à partir de { $time } environ.
        [brighter-calmer] Il commence { feeling }, puis s’éclaircit et se calme à partir de { $time } environ.
        [darker-energetic] Il commence { feeling }, puis s’assombrit et gagne en énergie à partir de { $time } environ.
       *[darker-calmer] Il commence { feeling }, puis s’assombrit et se calme à partir de { $time } environ.
    }

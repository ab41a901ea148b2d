emotion-name = { $emotion ->
        [angry] Raiva
        [disgust] Nojo
        [fear] Medo
        [happy] Alegria
        [sad] Tristeza
        [surprise] Surpresa
       *[neutral] Neutro
    }
emotion-look = { $emotion ->
        [angry] raiva
        [disgust] nojo
        [fear] medo
        [happy] alegria
        [sad] tristeza
        [surprise] surpresa
       *[neutral] um ar neutro
    }
emotion-look-all = { emotion-look }
emotion-feel = { $emotion ->
        [angry] raiva
        [disgust] nojo
        [fear] medo
        [happy] alegria
        [sad] tristeza
        [surprise] surpresa
       *[neutral] neutro
    }

feeling = { $feeling ->
        [bright-energetic] luminosa e enérgica
        [bright-calm] luminosa e calma
        [bright] luminosa
        [dark-energetic] sombria e enérgica
        [dark-calm] sombria e calma
        [dark] sombria
        [energetic] enérgica
        [calm] calma
       *[even] equilibrada
    }
feeling-face = { $feeling ->
        [bright-energetic] luminoso e enérgico
        [bright-calm] luminoso e calmo
        [bright] luminoso
        [dark-energetic] sombrio e enérgico
        [dark-calm] sombrio e calmo
        [dark] sombrio
        [energetic] enérgico
        [calm] calmo
       *[even] equilibrado
    }
feeling-feel = { feeling-face }

face-told = Seu humor, como você disse: { $mood }.
face-noted = Anotado, seu humor: { $mood }.
face-look = Vejo { emotion-look } no seu rosto ({ $sure } de certeza).
face-everyone = Em todos os rostos juntos, vejo { emotion-look-all } ({ $sure } de certeza).

face-unsure = { $count ->
        [1] Não tenho certeza do que o seu rosto diz: talvez { $guesses }?
       *[other] Não tenho certeza do que o seu rosto diz: { $guesses }?
    }
face-guess = { emotion-look } ({ $share })

face-course = Em { $seconds } segundos, vi no seu rosto { $parts }.
face-spent = { $how ->
        [mostly] principalmente { emotion-look } ({ $seconds } s)
        [often] sobretudo { emotion-look } ({ $seconds } s)
        [also] { emotion-look } ({ $seconds } s)
       *[little] por instantes { emotion-look } ({ $seconds } s)
    }
face-steady = { $how ->
        [all] Em { $seconds } segundos, vi no seu rosto { emotion-look } o tempo todo.
       *[nearly] Em { $seconds } segundos, vi no seu rosto { emotion-look } quase o tempo todo.
    }
face-all-in-all = No geral, vejo mais { emotion-look } ({ $sure } de certeza).

face-largest = { $seen ->
        [video] Vi { $faces } rostos e segui o maior.
       *[photo] Vi { $faces } rostos e li o maior, perto do centro.
    }

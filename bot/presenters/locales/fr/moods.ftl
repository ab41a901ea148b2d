emotion-name = { $emotion ->
        [angry] Colère
        [disgust] Dégoût
        [fear] Peur
        [happy] Joie
        [sad] Tristesse
        [surprise] Surprise
       *[neutral] Neutre
    }
emotion-look = { $emotion ->
        [angry] de la colère
        [disgust] du dégoût
        [fear] de la peur
        [happy] de la joie
        [sad] de la tristesse
        [surprise] de la surprise
       *[neutral] un air neutre
    }
emotion-look-all = { emotion-look }
emotion-feel = { $emotion ->
        [angry] colère
        [disgust] dégoût
        [fear] peur
        [happy] joie
        [sad] tristesse
        [surprise] surprise
       *[neutral] neutre
    }

feeling = { $feeling ->
        [bright-energetic] lumineux et énergique
        [bright-calm] lumineux et calme
        [bright] lumineux
        [dark-energetic] sombre et énergique
        [dark-calm] sombre et calme
        [dark] sombre
        [energetic] énergique
        [calm] calme
       *[even] équilibré
    }
feeling-face = { feeling }
feeling-feel = { $feeling ->
        [bright-energetic] lumineuse et énergique
        [bright-calm] lumineuse et calme
        [bright] lumineuse
        [dark-energetic] sombre et énergique
        [dark-calm] sombre et calme
        [dark] sombre
        [energetic] énergique
        [calm] calme
       *[even] équilibrée
    }

face-told = Ton humeur, d’après toi : { $mood }.
face-noted = C’est noté, ton humeur : { $mood }.
face-look = Sur ton visage, je lis { emotion-look } (sûr à { $sure }).
face-everyone = Sur vos visages réunis, je lis { emotion-look-all } (sûr à { $sure }).

face-unsure = { $count ->
        [1] Je ne suis pas sûr de ce que dit ton visage : peut-être { $guesses } ?
       *[other] Je ne suis pas sûr de ce que dit ton visage : { $guesses } ?
    }
face-guess = { emotion-look } ({ $share })

face-course = En { $seconds } secondes, j’ai lu sur ton visage { $parts }.
face-spent = { $how ->
        [mostly] surtout { emotion-look } ({ $seconds } s)
        [often] le plus souvent { emotion-look } ({ $seconds } s)
        [also] { emotion-look } ({ $seconds } s)
       *[little] par moments { emotion-look } ({ $seconds } s)
    }
face-steady = { $how ->
        [all] En { $seconds } secondes, j’ai lu sur ton visage { emotion-look }, tout du long.
       *[nearly] En { $seconds } secondes, j’ai lu sur ton visage { emotion-look }, presque tout du long.
    }
face-all-in-all = Dans l’ensemble, j’y lis plutôt { emotion-look } (sûr à { $sure }).

face-largest = { $seen ->
        [video] J’ai vu { $faces } visages et suivi le plus grand.
       *[photo] J’ai vu { $faces } visages et lu le plus grand, près du centre.
    }

consent-button = J’ai 16 ans ou plus et j’accepte
owner-agrees-button = C’est le mien, ou la personne est d’accord
forget-button = Tout effacer
keep-button = Tout garder

play-button = ▶ Écouter le { $position }

intent-button = { $intent ->
        [modulate] Rester dans cette humeur
        [enhance] Booster mon humeur
       *[soothe] M’apaiser
    }
everyone-button = L’humeur du groupe

wish-button = { $wish ->
        [more_like] ✨ Encore des titres comme ça
        [not_artist] 🚫 Plus jamais { $artist }
       *[anything] ↺ Oublier mes envies
    }

mood-question = Comment tu te sens ?
whose-question = L’humeur de qui compte ?
intent-question = Que doit faire la liste ?
song-question = C’est quelle chanson ?

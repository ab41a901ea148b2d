consent-button = Tenho 16 anos ou mais e concordo
owner-agrees-button = É o meu, ou a pessoa concorda
forget-button = Apagar tudo
keep-button = Manter tudo

play-button = ▶ Tocar a { $position }

intent-button = { $intent ->
        [modulate] Ficar nesse clima
        [enhance] Levantar meu astral
       *[soothe] Me acalmar
    }
everyone-button = O clima da galera

wish-button = { $wish ->
        [more_like] ✨ Mais músicas assim
        [not_artist] 🚫 Nada de { $artist }
       *[anything] ↺ Esquecer meus pedidos
    }

mood-question = Como você está se sentindo?
whose-question = O humor de quem conta?
intent-question = O que a lista deve fazer?
song-question = Qual é a música?

in-seconds = { $seconds } s

card-headline = { $intent ->
        [modulate] { $mood }, ficando nesse clima
        [enhance] { $mood }, e subindo
       *[soothe] { $mood }, acalmando
    }
card-mood = { emotion-name } { $sure }
card-mood-unsure = Talvez { emotion-look }
card-mood-everyone = Galera: { emotion-feel }

plane-edge = { $edge ->
        [top] enérgico
        [bottom] calmo
        [left] sombrio
       *[right] luminoso
    }
plane-you = você
plane-song = música
card-see-message = (veja a mensagem)

card-alt = { $intent ->
        [modulate] { card-alt-places } Músicas: { $tracks }.
       *[other] { card-alt-places } Músicas, passo a passo a partir do seu humor: { $tracks }.
    }
card-alt-places = { $seed ->
        [song] Um plano do sombrio ao luminoso e do calmo ao enérgico. Seu humor: { $face }. Sua música: { $song }.
       *[none] Um plano do sombrio ao luminoso e do calmo ao enérgico. Seu humor: { $face }.
    }
card-alt-track = { $position } { feeling }

timeline-headline = { emotion-name }, { $share } do tempo
timeline-mood = { emotion-name } { $time }
timeline-alt = Seu rosto ao longo de { $time }: { $parts }. Na maior parte, { emotion-look }: { $share } do tempo.
timeline-alt-mood = { emotion-look } por { $time }

in-seconds = { $seconds } s

card-headline = { $intent ->
        [modulate] { $mood }, et on y reste
        [enhance] { $mood }, et ça monte
       *[soothe] { $mood }, et on s’apaise
    }
card-mood = { emotion-name } { $sure }
card-mood-unsure = Peut-être { emotion-look }
card-mood-everyone = Le groupe : { emotion-feel }

plane-edge = { $edge ->
        [top] énergique
        [bottom] calme
        [left] sombre
       *[right] lumineux
    }
plane-you = toi
plane-song = chanson
card-see-message = (voir le message)

card-alt = { $intent ->
        [modulate] { card-alt-places } Titres : { $tracks }.
       *[other] { card-alt-places } Titres, pas à pas depuis ton humeur : { $tracks }.
    }
card-alt-places = { $seed ->
        [song] Un plan qui va du sombre au lumineux et du calme à l’énergique. Ton humeur : { $face }. Ton morceau : { $song }.
       *[none] Un plan qui va du sombre au lumineux et du calme à l’énergique. Ton humeur : { $face }.
    }
card-alt-track = { $position } { feeling }

timeline-headline = { emotion-name }, { $share } du temps
timeline-mood = { emotion-name } { $time }
timeline-alt = Ton visage pendant { $time } : { $parts }. Le plus souvent { emotion-look }, { $share } du temps.
timeline-alt-mood = { emotion-look } pendant { $time }

# Words in drawn pictures, where room is short, and the pictures in words for people who cannot see
# them.

in-seconds = { $seconds } s

## The card of a mix

card-headline = { $intent ->
        [modulate] { $mood }, und dabei bleibt es
        [enhance] { $mood }, ab hier aufwärts
       *[soothe] { $mood }, jetzt zur Ruhe
    }
card-mood = { emotion-name } { $sure }
card-mood-unsure = Vielleicht { emotion-look }
card-mood-everyone = Alle { emotion-look-all }

plane-edge = { $edge ->
        [top] energiegeladen
        [bottom] ruhig
        [left] düster
       *[right] heiter
    }
plane-you = du
plane-song = Song
card-see-message = (siehe Nachricht)

card-alt = { $intent ->
        [modulate] { card-alt-places } Songs: { $tracks }.
       *[other] { card-alt-places } Songs, Schritt für Schritt von deiner Stimmung aus: { $tracks }.
    }
card-alt-places = { $seed ->
        [song] Eine Fläche von düster bis heiter und von ruhig bis energiegeladen. Du: { $face }. Dein Song: { $song }.
       *[none] Eine Fläche von düster bis heiter und von ruhig bis energiegeladen. Du: { $face }.
    }
card-alt-track = { $position } { feeling }

## The course of a mood over a video

timeline-headline = { emotion-name }: { $share } der Zeit
timeline-mood = { emotion-name } { $time }
timeline-alt = Wie sich dein Gesicht über { $time } verändert hat: { $parts }. Am häufigsten { emotion-look }, { $share } der Zeit.
timeline-alt-mood = { $time } lang { emotion-look }

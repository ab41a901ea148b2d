export-title = Tout ce que moodmix conserve sur toi
export-as-of = État au { $time } (toutes les heures sont en UTC). La même chose, pour les programmes, est dans { $file }.
export-since = Conservé depuis : { $day }.
export-nothing = Rien n’est conservé sur toi.

export-consent = Tu as accepté la version { $version } de la notice ({ $time }).
export-consent-withdrawn = Tu as accepté la version { $version } de la notice ({ $time }), puis retiré ton accord ({ $withdrawn }).
export-consent-none = Tu n’as pas accepté que des visages soient lus.

export-settings = Tes réglages
export-language = Langue : { $language }
export-language-platform = Langue : celle de l’appli où tu écris
export-song-languages = Chansons uniquement en { $languages }
export-occasion = Listes { occasion }
export-help-line = { $on ->
        [yes] Une ligne indiquant où trouver de l’aide peut apparaître.
       *[no] La ligne indiquant où trouver de l’aide n’apparaît pas.
    }
export-help-shown = Dernière apparition de cette ligne : { $time }.
export-without = Aucun titre signé { $artists }
export-like = Davantage de titres comme { $songs }

export-moods = { $count ->
        [one] Ton humeur
       *[other] Tes { $count } humeurs
    }
export-mood-read = { $time } : { $mood }, d’après ton visage (valence { $valence }, énergie { $arousal })
export-mood-unsure = { $time } : peut-être { $mood }, d’après ton visage, sans certitude (valence { $valence }, énergie { $arousal })
export-mood-told = { $time } : { $mood }, d’après toi (valence { $valence }, énergie { $arousal })
export-mood-corrected = { $time } : { $mood }, d’après toi ; j’avais lu : { $read } (valence { $valence }, énergie { $arousal })

export-lists = { $count ->
        [one] Ta liste
       *[other] Tes { $count } listes
    }
export-list = { $time } : humeur « { $mood } », avec { $song }. { list-aim }.
export-list-songless = { $time } : humeur « { $mood } », sans chanson. { list-aim }.
export-list-verdict = Toute la liste : { $sign }

export-open = Ta dernière session
export-open-mood = Ton humeur : { $mood }
export-open-song = Ta chanson : { $song }
export-open-remembered = Ta chanson d’avant : { $song }
export-open-doubt = Une chanson parmi celles-ci : { $songs }
export-open-songless = Sans chanson

export-elsewhere = { $count ->
        [one] Tu as aussi donné ton avis sur { $count } titre ou liste fait pour quelqu’un d’autre.
       *[other] Tu as aussi donné ton avis sur { $count } titres ou listes faits pour d’autres.
    }
export-handed = Voici tout ce que je conserve sur toi : à lire, et pour les programmes. Cela n’est visible que par toi.

history-none = Je n’ai encore noté aucune humeur de ta part. Envoie-moi un selfie, ou dis-moi comment tu te sens avec /mood.

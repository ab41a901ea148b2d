# Everything that is kept about a person, as a text file for them. Times are in UTC.

export-title = Todo lo que moodmix guarda sobre ti
export-as-of = A fecha de { $time } (todas las horas son UTC). Lo mismo, para programas, está en { $file }.
export-since = Guardado desde: { $day }.
export-nothing = No se guarda nada sobre ti.

export-consent = Aceptaste la versión { $version } del aviso: { $time }.
export-consent-withdrawn = Aceptaste la versión { $version } del aviso: { $time }. Retiraste tu consentimiento: { $withdrawn }.
export-consent-none = No has aceptado que se lean caras.

export-settings = Tus ajustes
export-language = Idioma: { $language }
export-language-platform = Idioma: el de la app en la que escribes
export-song-languages = Canciones solo en { $languages }
export-occasion = Listas { occasion }
export-help-line = { $on ->
        [yes] Puede aparecer un aviso que dice dónde encontrar ayuda.
       *[no] No aparece ningún aviso que diga dónde encontrar ayuda.
    }
export-help-shown = Ese aviso apareció por última vez: { $time }.
export-without = Nada de { $artists }
export-like = Más como { $songs }

export-moods = { $count ->
        [one] Tu ánimo
       *[other] Tus { $count } ánimos
    }
export-mood-read = { $time }: { $mood }, leído (luz { $valence }; energía { $arousal })
export-mood-unsure = { $time }: quizá { $mood }, leído pero sin seguridad (luz { $valence }; energía { $arousal })
export-mood-told = { $time }: { $mood }, como dijiste (luz { $valence }; energía { $arousal })
export-mood-corrected = { $time }: { $mood }, como dijiste; yo había leído: { $read } (luz { $valence }; energía { $arousal })

export-lists = { $count ->
        [one] Tu lista
       *[other] Tus { $count } listas
    }
export-list = { $time }: ánimo: { $mood }; canción: { $song }. { list-aim }.
export-list-songless = { $time }: ánimo: { $mood }; sin canción. { list-aim }.
export-list-verdict = La lista entera: { $sign }

export-open = Tu última ronda
export-open-mood = Tu ánimo: { $mood }
export-open-song = Tu canción: { $song }
export-open-remembered = Tu canción anterior: { $song }
export-open-doubt = Una canción, una de estas: { $songs }
export-open-songless = Sin canción

export-elsewhere = { $count ->
        [one] También valoraste { $count } canción o lista hecha para otra persona.
       *[other] También valoraste { $count } canciones o listas hechas para otras personas.
    }
export-handed = Aquí está todo lo que guardo sobre ti: para leer y para programas. Esto solo lo ves tú.

history-none = Todavía no he anotado ningún ánimo tuyo. Mándame un selfie, o dime cómo te sientes con /mood.

# What a person can set for good: names of settings and of what can be chosen for them.

settings-title = Tus ajustes
settings-name = { $setting ->
        [language] Hablo
        [song_languages] Idioma de las canciones
        [occasion] Ocasión de las listas
        [help_line] Aviso de dónde encontrar ayuda
       *[artists] Fuera de tus listas
    }
settings-default = { $setting ->
        [language] el idioma de tu app
        [song_languages] cualquiera
        [occasion] ninguna en particular
        [artists] nadie
       *[help_line] activado
    }
settings-default-button = { $setting ->
        [language] Como en la app
        [song_languages] Cualquier idioma
       *[occasion] Cualquier ocasión
    }
settings-on = activado
settings-off = desactivado
settings-line = { $name }: { $chosen }
settings-saved = Guardado. Tu próxima lista lo tiene en cuenta.

occasion-name = { $occasion ->
        [focus] Concentrarse
        [workout] Entrenar
        [sleep] Dormirse
        [party] Una fiesta
        [commute] Ir al trabajo
        [morning] La mañana
        [evening] El atardecer
       *[night] La noche
    }

settings-language-unknown = No conozco ningún idioma llamado { $language }. Elige uno de la lista, por favor.
settings-without = Anotado: nada de { $artist } desde ahora.
settings-again = { $artist } puede volver a sonar.
settings-not-without = No habías dejado fuera a { $artist }.

settings-title = Tes réglages
settings-name = { $setting ->
        [language] Ma langue
        [song_languages] Chansons en
        [occasion] Listes pour
        [help_line] Dire où trouver de l’aide
       *[artists] Artistes à éviter
    }
settings-default = { $setting ->
        [language] celle de ton appli
        [song_languages] n’importe quelle langue
        [occasion] aucune occasion en particulier
        [artists] personne
       *[help_line] oui
    }
settings-default-button = { $setting ->
        [language] Celle de l’appli
        [song_languages] Toutes les langues
       *[occasion] Toutes les occasions
    }
settings-on = oui
settings-off = non
settings-line = { $name } : { $chosen }
settings-saved = C’est enregistré. Ta prochaine liste en tiendra compte.

occasion-name = { $occasion ->
        [focus] Concentration
        [workout] Sport
        [sleep] Sommeil
        [party] Fête
        [commute] Trajet boulot
        [morning] Matin
        [evening] Soir
       *[night] Nuit
    }

settings-language-unknown = Je ne connais pas de langue appelée { $language }. Choisis-en une dans la liste.
settings-without = C’est noté : tu n’entendras plus { $artist }.
settings-again = { $artist } peut revenir.
settings-not-without = { $artist } n’était pas à éviter.

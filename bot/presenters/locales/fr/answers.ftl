list-follows-all = La liste suit un mélange de tout ce que je vois.

list-intent = { list-aim } : { list-cause }.
list-intent-unsure = { list-aim }, si je te lis bien : { list-cause }.
list-aim = { $intent ->
        [modulate] On reste dans cette humeur
        [enhance] On booste l’humeur
       *[soothe] On apaise les choses
    }
list-cause = { $cause ->
        [alike] ton humeur et ta chanson se ressemblent, alors la liste reste dans le ton
        [brighter] ta chanson est plus lumineuse que ton humeur, alors la liste t’y emmène pas à pas
        [more_energetic] ta chanson a plus d’énergie que ton humeur, alors la liste t’y emmène pas à pas
        [brighter_and_more_energetic] ta chanson est plus lumineuse et a plus d’énergie que ton humeur, alors la liste t’y emmène pas à pas
        [darker_or_calmer] ta chanson est plus sombre ou plus calme que ton humeur, alors la liste reste là où tu es
        [calmer] ton humeur est tendue et ta chanson est calme, alors la liste t’y emmène pas à pas
        [tense_mood] ton humeur est tendue, alors la liste s’apaise pas à pas
        [dark_mood] ton humeur est sombre, alors la liste s’éclaircit pas à pas
        [mood_alone] pas de chanson pour t’emmener ailleurs, alors la liste reste avec toi
       *[chosen] c’est ton choix
    }
list-doubt = { $intent ->
        [modulate] Si c’est plutôt { $moods }, je préférerais rester dans cette humeur.
        [enhance] Si c’est plutôt { $moods }, je préférerais booster l’humeur.
       *[soothe] Si c’est plutôt { $moods }, je préférerais apaiser les choses.
    }
list-baseline = Selon la méthode de base : les chansons les plus proches de ton visage, quelle que soit l’intention.

list-occasion = Une liste { $occasions }.
occasion = { $occasion ->
        [focus] pour se concentrer
        [workout] pour faire du sport
        [sleep] pour s’endormir
        [party] pour faire la fête
        [commute] pour aller au travail
        [morning] pour le matin
        [evening] pour le soir
       *[night] pour la nuit
    }
list-languages = Uniquement en { $languages }.
list-without = Aucun titre signé { $artists }.

list-decided = Ce qui a compté : { $parts }.
list-weight = { $kind ->
        [mood] l’humeur ({ $share })
        [artist] l’artiste ({ $share })
        [genre] le genre ({ $share })
        [era] l’époque ({ $share })
        [language] la langue ({ $share })
        [sound] le son ({ $share })
        [wish] tes envies ({ $share })
        [context] l’occasion ({ $share })
        [learned] tes 👍 et 👎 ({ $share })
       *[novelty] la variété ({ $share })
    }

list-too-short = Je ne connais pas d’autres titres qui conviennent.
list-empty = Je ne connais aucun titre qui réunisse tout ça. Essaie d’en demander un peu moins.

track-mood = { $near ->
        [right-end] { feeling }, pile là où va la liste
        [right-way] { feeling }, pile sur le chemin
        [close-end] { feeling }, tout près de là où va la liste
        [close-way] { feeling }, tout près du chemin
        [off-end] { feeling }, pas tout à fait là où va la liste
        [off-way] { feeling }, un peu à l’écart du chemin
        [far-end] { feeling }, loin de là où va la liste
       *[far-way] { feeling }, loin du chemin
    }
track-wish = comme { $name }, à ta demande
track-occasion = bien { $occasions }
track-new = quelque chose de nouveau

track-like-song = comme ta chanson : { $parts }
track-common = { $kind ->
        [artist] même artiste ({ $value })
        [genre] { $value }
        [era] années { $value }
        [language] en { $value }
        [unnamed_language] même langue
       *[sound] même son
    }
track-learned = { $kind ->
        [artist] tu aimes l’artiste
        [genre] tu aimes ce genre ({ $value })
        [genre_family] tu aimes ce genre ({ $value })
        [decade] tu aimes les chansons des années { $value }
        [language] tu aimes les chansons en { $value }
        [crowd] les gens qui ont tes goûts l’aiment bien
       *[likeness] très proche de ce qui a eu ton 👍
    }

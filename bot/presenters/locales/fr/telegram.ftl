telegram-description =
    Envoie-moi un selfie ou une courte vidéo ronde, et une chanson que tu aimes en ce moment. Je réponds avec cinq titres pour ton humeur, et je te dis pourquoi. Pas de caméra sous la main ? /mood fonctionne sans.

    Un logiciel estime l’émotion d’après ton visage ; il peut se tromper. Je demande ton accord avant le premier visage, et je ne garde aucune image.

telegram-short-description = Un selfie et une chanson ; en retour, cinq titres pour ton humeur, et pourquoi ceux-là.

telegram-mood-unknown = Je ne connais pas ce mot pour une humeur. Choisis ce qui s’en approche le plus.
telegram-private-only = Ça ne regarde que toi : demande-le-moi en privé.
telegram-private-button = M’écrire en privé
telegram-preparing = Un instant …
telegram-settings-back = ← Retour

telegram-hello = Salut, moi c’est moodmix : un selfie et une chanson ; en retour, cinq titres pour ton humeur, et pourquoi ceux-là. Ici, je ne lis que les commandes et les réponses à mes messages. Écris /moodmix avec une chanson, ou envoie-moi un selfie avec /moodmix en légende ; /mood fonctionne sans caméra. Je demande l’accord de chaque personne avant de regarder son visage.

telegram-share-title = Ta liste du { $day }
telegram-share-title-mood = Ta liste du { $day }, avec ton humeur
telegram-shared = { $seed ->
        [song] Cinq titres pour { $song }, un mix moodmix
       *[none] Cinq titres pour une humeur, un mix moodmix
    }
telegram-shared-mood = Mon humeur : { $mood }. { list-aim }.
telegram-share-button = Créer une nouvelle liste avec moodmix

user-command = Mood mix de mon avatar

discord-language-option = Uniquement des chansons dans cette langue, à partir de maintenant
discord-occasion-option = À quoi servent tes listes, à partir de maintenant
discord-feeling-option = Comment tu te sens
discord-mood-song-option = Une chanson que tu aimes en ce moment, si tu veux : artiste - titre, ou un lien
discord-weeks-option = Sur combien de semaines ; sinon 12
discord-speak-option = La langue que je parle avec toi
discord-song-language-option = Une langue pour tes chansons ; une deuxième fois la retire
discord-occasions-option = À quoi servent tes listes
discord-help-line-option = Si un message peut dire où trouver de l’aide après des jours difficiles
discord-without-option = Un artiste que tu ne veux pas entendre
discord-again-option = Un artiste à éviter, qui peut revenir

discord-mood-menu = Choisis ton humeur
discord-share-button = 📣 Partager …
discord-share-question = Je publie ta liste ici, pour tout le monde ? Ton humeur reste entre nous, sauf si tu partages l’image avec.
discord-share-list-button = Juste les chansons
discord-share-mood-button = Les chansons et mon humeur
discord-share-done = C’est fait, tout le monde ici peut la voir. Leurs 👍 et 👎 comptent pour eux.
discord-share-hidden = Ce serveur ne montre mes réponses qu’à toi, personne d’autre ne peut donc la voir.
discord-shared = { $person } partage une liste de chansons.
discord-shared-mood = { $person } partage une humeur, et une liste de chansons qui va avec.

discord-avatar-none = Tu n’as pas encore d’image à toi sur Discord. Envoie-moi plutôt un selfie, ou dis-moi comment tu te sens avec /mood.
discord-avatar-others = Je ne regarde que ta propre image, car un visage appartient à la personne qu’on y voit. Elle peut faire pareil avec la sienne, ou dire /moodmix.

discord-help-server = Ici, je réponds aux commandes et aux messages qui me mentionnent. Avec Applications ▸ Mood mix sur un message, je prends la photo qu’il contient. Ce que donnent les commandes n’est visible que par toi, jusqu’à ce que tu appuies sur Partager.
discord-help-server-name = Ici, je réponds aux commandes et aux messages qui me mentionnent ou qui commencent par « moodmix ». Avec Applications ▸ Mood mix sur un message, je prends la photo qu’il contient. Ce que donnent les commandes n’est visible que par toi, jusqu’à ce que tu appuies sur Partager.
discord-cannot-write = Je n’ai pas le droit d’écrire dans { $place }, alors voici ce que je voulais dire.
discord-no-files = (Je n’ai pas le droit de joindre des images ou des fichiers dans ce salon. En message privé, je peux.)
discord-private-only = Ça ne regarde que toi. Utilise la commande plutôt qu’un message : j’y réponds sans que personne d’autre le voie.

page-description = Un selfie et une chanson ; en retour, cinq titres pour ton humeur, et pourquoi ceux-là.
page-skip = Aller au champ de message
page-conversation = Conversation
page-messages = Messages
page-speaker-moodmix = moodmix
page-speaker-you = Toi
page-no-start = Impossible de joindre moodmix. Vérifie qu’il tourne toujours, puis recharge cette page.
page-no-script = La page de chat a besoin de JavaScript. Dans un terminal, « moodmix mix » fait la même chose sans.
page-still-there = Ta dernière liste est toujours là.
page-in-words = En mots
page-close = Fermer
page-cancel = Annuler

page-menu = Menu
page-menu-help = Aide
page-menu-history = Mes humeurs
page-menu-week = Ma semaine
page-menu-settings = Réglages
page-menu-faces = Mes visages
page-menu-privacy = Confidentialité
page-menu-export = Mes données
page-menu-withdraw = Retirer mon consentement
page-menu-forget = M’oublier …

page-your-message = Ton message
page-attached = Fichiers joints
page-song-label = Chanson : artiste et titre, ou un lien
page-song-placeholder = artiste - titre, ou un lien
page-song-is-file = la chanson est le fichier ci-dessus
page-send = Envoyer
page-mood-tool = Humeur
page-photo-tool = Photo
page-camera-tool = Caméra
page-audio-tool = Audio
page-drop = Dépose une photo, une vidéo ou une chanson
page-remove = Retirer
page-remove-file = Retirer { $name }
page-hint-agreed = Ton image est supprimée dès qu’elle est lue.
page-hint-not-agreed = Accepte ci-dessus pour me montrer ton visage. Ton humeur et une chanson suffisent aussi.
page-picture-sent = L’image que tu as envoyée

page-new-tab = { $service } : { $title } (nouvel onglet)
page-like = J’aime { $title }
page-not-for-me = { $title }, pas pour moi
page-thumb-up = pouce levé
page-thumb-down = pouce baissé
page-timeline-open = Ton visage au fil du temps
page-mood-open = Quelque part entre …
page-mood-instead = Plutôt te dire mon humeur

page-plane-title = Ou quelque part entre
page-dark = sombre
page-bright = lumineux
page-calm = calme
page-energetic = énergique
page-brightness = Du sombre au lumineux
page-energy = Du calme à l’énergique
page-feel = Ton humeur :
page-mood-take = C’est ça
page-mood-told = Mon humeur : { $mood }

page-mood-unknown = Je ne connais pas ce mot pour une humeur. Choisis ce qui s’en approche le plus.

page-camera-title = Caméra
page-camera-view = Ce que voit la caméra
page-camera-close = Arrêter
page-camera-shoot = Prendre la photo
page-camera-ready = Ton image ne part pas d’ici tant que tu ne l’as pas prise.
page-camera-refused = Impossible d’utiliser la caméra. Choisis plutôt une photo, ou dis-moi ton humeur.
page-observe = Observe-moi
page-observe-ready = Prends une photo, ou laisse-moi t’observer pendant 15 secondes en pensant à ta chanson.
page-observe-progress = Temps écoulé
page-observe-bars = Secondes par humeur
page-observe-searching = Je cherche ton visage …
page-observe-seen = Je te vois.
page-observe-so-far = Après { $seconds } s, surtout : { $mood }
page-observe-enough = Ça suffit
page-observed = Tu as observé mon visage.
page-seconds = { $seconds } s

page-faces-intro = Montre-moi ton visage dans chaque humeur, et moodmix pourra apprendre à le lire : environ 100 images de chacune, dont quelques-unes la tête tournée ou sous une autre lumière.
page-faces-question = Quelle est ton humeur sur l’image ?
page-faces-count = { $count } / { $aim }
page-faces-start = Prendre des images
page-faces-stop = Pause
page-faces-drop = Retirer la dernière
page-faces-clear = Tout retirer
page-faces-clear-question = Vraiment tout retirer ?
page-faces-cleared = Toutes les images sont retirées.
page-faces-dropped = { $mood } : la dernière image est retirée.
page-faces-taken = { $mood } : { $count }
page-faces-enough = { $mood } : c’est assez, merci. Passe à l’humeur suivante.
page-faces-shipped = Me lire à nouveau comme avant
page-faces-as-shipped = Je lis à nouveau ton visage comme celui de tout le monde.
page-faces-learned = moodmix a appris ton visage : sur { $held_out } images qu’il n’avait jamais vues, il en lit maintenant { $after } correctement, contre { $before } avant.
page-faces-where = Les petites images grises de ton visage se trouvent uniquement sur cette machine, dans le dossier « own-faces » des données de moodmix. Pour en apprendre, lance « moodmix train faces --finetune » dans un terminal. « M’oublier » les efface aussi.

page-privacy-faces = Seulement ici, pour la personne à qui appartient cette machine : ce que tu prends sous « Mes visages », ce sont de petites images grises de ton visage. Elles se trouvent sur cette seule machine, jusqu’à ce que tu les retires ou que tu te fasses oublier.

page-history = Tes humeurs des dernières semaines.
page-history-none = Je ne connais encore aucune de tes humeurs. Montre-moi ton visage ou dis-moi comment tu te sens, et elles s’ajouteront ici.
page-week = Ta semaine en humeurs et en musique.
page-export = Voici tout ce que je conserve sur toi.
page-export-text = Tout, à lire
page-download = Enregistrer { $name }

page-settings-song-languages-hint = Sans choix, les chansons peuvent être dans n’importe quelle langue.
page-settings-add = Ajouter
page-language-remove = Ne plus se limiter à : { $language }
page-settings-artists-none = Personne n’est à éviter. Après un pouce baissé, tu trouveras « Plus jamais … ».
page-artist-again = { $artist } peut revenir
page-settings-save = Enregistrer

error-observation-over = Je ne regarde plus.
error-observation-over-next = Relance la caméra.

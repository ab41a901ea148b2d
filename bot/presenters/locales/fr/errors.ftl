error-media-empty = Ce fichier est vide.
error-media-empty-next = Envoie-le encore une fois.

error-media-too-large = Ce fichier dépasse { $limit_mb } Mo.
error-media-too-large-next = Envoies-en un plus petit.

error-media-too-many-pixels = Cette image dépasse { $limit_megapixels } mégapixels.
error-media-too-many-pixels-next = Envoie-la en plus petit.

error-media-too-long = Cet enregistrement dure plus de { $limit_s } secondes.
error-media-too-long-next = Envoies-en un plus court.

error-media-corrupt = Ce fichier est abîmé, impossible de l’ouvrir.
error-media-corrupt-next = Envoies-en un autre.

error-media-truncated = Ce fichier s’arrête avant la fin, comme après un téléchargement interrompu.
error-media-truncated-next = Envoie-le encore une fois.

error-media-mislabelled = { $claimed ->
        [image] Ce fichier porte le nom d’une image, mais contient autre chose.
        [video] Ce fichier porte le nom d’une vidéo, mais contient autre chose.
       *[audio] Ce fichier porte le nom d’une chanson, mais contient autre chose.
    }
error-media-mislabelled-next = Envoie une vraie photo, vidéo ou chanson.

error-media-unsupported = Je ne sais pas ouvrir ce type de fichier.
error-media-unsupported-next = Je comprends les images JPEG, PNG, WebP, HEIC et GIF, les vidéos MP4, MOV et WebM, et les chansons MP3, M4A, OGG, FLAC et WAV.

error-media-encrypted = Ce fichier est protégé contre la copie, je ne peux pas l’écouter.
error-media-encrypted-next = Envoie un fichier sans protection, colle un lien ou écris « artiste - titre ».

error-media-too-dark = Il fait trop sombre pour y voir un visage.
error-media-too-dark-next = Réessaie avec plus de lumière.

error-media-not-a-face-picture = C’est un fichier audio, et il me faut un visage à voir.
error-media-not-a-face-picture-next = Envoie une photo ou une courte vidéo.

error-media-not-fetched = Je n’ai pas pu récupérer ce fichier ; il a peut-être été supprimé.
error-media-not-fetched-next = Envoie-le encore une fois.

error-audio-too-short = Cet enregistrement est trop court pour que j’en sente l’humeur.
error-audio-too-short-next = Envoie au moins { $minimum_s } secondes.

error-audio-silent = Je n’entends que du silence.
error-audio-silent-next = Envoie un autre enregistrement.

error-audio-speech-only = J’entends quelqu’un parler, mais pas de musique.
error-audio-speech-only-next = Envoie l’enregistrement d’une chanson, ou écris « artiste - titre ».

error-listening-broke = Quelque chose a lâché pendant que j’écoutais ce fichier, alors je l’ai laissé de côté.
error-listening-broke-next = Il est peut-être abîmé : écoute-le jusqu’au bout dans un autre programme, ou enregistre-le à nouveau.

error-listening-too-slow = J’ai écouté ce fichier pendant { $limit_s } secondes sans en venir à bout, alors je l’ai laissé de côté.
error-listening-too-slow-next = Il est peut-être abîmé : enregistre-le à nouveau.

error-no-face = Je ne trouve pas de visage.
error-no-face-next = Envoie une photo où l’on voit bien ton visage, de face, avec une bonne lumière.

error-several-faces = Je vois plus d’un visage.
error-several-faces-next = Il ne doit y avoir personne d’autre sur l’image, pour que je ne garde que ton visage.

error-face-as-before = Cette image ressemble trop à la précédente, je ne l’ai pas gardée.
error-face-as-before-next = Bouge un peu la tête, ou change la lumière.

error-faces-enough = Il y a déjà { $limit } images de cette humeur, c’est largement assez.
error-faces-enough-next = Passe à une autre humeur.

error-song-empty = Quelle chanson tu aimes en ce moment ?
error-song-empty-next = Écris « artiste - titre », colle un lien ou envoie un fichier audio.

error-song-too-long = C’est trop long pour un nom de chanson.
error-song-too-long-next = Écris « artiste - titre » ou colle un lien.

error-song-not-found = Je ne connais pas la chanson « { $text } ».
error-song-not-found-next = Vérifie l’orthographe, écris « artiste - titre », colle un lien ou envoie le fichier audio.

error-song-no-emotion = J’ai trouvé « { $title } », mais aucune de mes sources ne sait quelle humeur elle dégage.
error-song-no-emotion-next = Envoie le fichier audio, ou choisis une autre chanson.

error-link-not-resolved = Je n’ai rien trouvé pour ce lien { $service } : aucun service de musique ne le connaît ou n’a répondu.
error-link-not-resolved-next = Écris plutôt « artiste - titre », ou réessaie dans une minute.

error-link-is-album = Ce lien { $service } mène à un album, pas à une chanson.
error-link-is-album-next = Ouvre-le, choisis la chanson que tu aimes et colle son lien, ou écris « artiste - titre ».

error-link-is-playlist = Ce lien { $service } mène à une playlist, pas à une chanson.
error-link-is-playlist-next = Colle le lien d’une de ses chansons, ou écris « artiste - titre ».

error-link-is-artist = Ce lien { $service } mène à un artiste, pas à une chanson.
error-link-is-artist-next = Colle le lien d’une de ses chansons, ou écris « artiste - titre ».

error-link-is-talk = Ce lien { $service } mène à un podcast ou à un livre audio, et je ne connais que la musique.
error-link-is-talk-next = Colle le lien d’une chanson, ou écris « artiste - titre ».

error-link-not-a-track = Ce lien { $service } ne mène pas à une chanson.
error-link-not-a-track-next = Colle le lien d’un seul titre, ou écris « artiste - titre ».

error-link-unsupported = Je ne sais pas lire les liens de { $host }.
error-link-unsupported-next = Je comprends Spotify, YouTube, Apple Music, Deezer, Tidal, SoundCloud et Amazon Music, ou simplement « artiste - titre ».

error-consent-needed = Avant de regarder un visage, il me faut ton consentement.
error-consent-needed-next = Lis d’abord la notice et accepte-la, ou dis-moi simplement comment tu te sens.

error-nothing-to-rate = Je ne retrouve plus cette recommandation.
error-nothing-to-rate-next = Demande un nouveau mix et donne ton avis sur celui-là.

error-nothing-to-change = Il n’y a pas encore de réponse à changer.
error-nothing-to-change-next = Envoie d’abord un selfie, ou dis-moi comment tu te sens, avec une chanson.

error-nothing-in-doubt = Je ne sais plus entre quelles chansons tu devais choisir.
error-nothing-in-doubt-next = Renvoie-moi la chanson.

error-one-face-only = Je n’ai vu qu’un visage sur ta dernière image.
error-one-face-only-next = Envoie d’abord une photo avec tout le monde.

error-busy = Beaucoup de monde demande en même temps.
error-busy-next = Réessaie dans une minute.

error-timed-out = Ça prenait trop de temps, alors j’ai arrêté.
error-timed-out-next = Réessaie dans une minute.

error-page-outdated = moodmix a redémarré depuis que cette page est ouverte.
error-page-outdated-next = Recharge la page.

error-request-refused = Cette demande vient d’une autre page, alors je ne l’ai pas suivie.
error-request-refused-next = Ouvre moodmix à l’adresse qu’il a affichée au démarrage.

error-request-invalid = Je n’ai pas compris cette demande.
error-request-invalid-next = Recharge la page et réessaie.

error-request-unknown = Il n’y a rien à cette adresse.
error-request-unknown-next = Reviens à la page du chat.

error-song-file-gone = Je n’ai plus le fichier de ce titre ; il a peut-être été déplacé ou supprimé.
error-song-file-gone-next = Analyser à nouveau le dossier remet la bibliothèque à jour.

error-song-file-unreadable = Je n’arrive pas à lire le fichier de ce titre : { $reason }.
error-song-file-unreadable-next = Réessaie plus tard, ou choisis un autre titre.

error-song-file-too-large = Le fichier de ce titre dépasse { $limit_mb } Mo, le maximum que je peux envoyer ici.
error-song-file-too-large-next = Choisis un autre titre.

error-song-file-refused = Cette discussion n’a pas accepté le fichier de ce titre.
error-song-file-refused-next = Choisis un autre titre, ou demande-moi un mix en privé.

error-library-not-shared = Ce titre vient de la bibliothèque de quelqu’un, dont les chansons ne sont plus jouées ici.
error-library-not-shared-next = Demande un nouveau mix.

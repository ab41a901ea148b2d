voice-play-button = 🔊 Écouter ici

voice-button = { $control ->
        [pause] ⏸ Pause
        [resume] ▶ Reprendre
        [skip] ⏭ Suivant
       *[stop] ⏹ Stop
    }

command-play = Écouter ta dernière liste dans le salon vocal où tu te trouves
command-stop = Arrêter la musique dans le salon vocal

voice-begun = C’est parti : je passe ta liste dans { $room }.
voice-stopped = C’est arrêté.

voice-now = { $state ->
        [paused] ⏸ En pause dans { $room }, titre { $position } sur { $length } : **{ $song }**
       *[playing] 🔊 En cours dans { $room }, titre { $position } sur { $length } : **{ $song }**
    }
voice-song = { $title } – { $artist }
voice-silent = Laissés de côté, faute d’enregistrement à passer : { $songs }.
voice-ended = { $ending ->
        [done] C’était la liste. Merci pour l’écoute dans { $room }.
        [stopped] J’ai arrêté dans { $room }.
        [alone] Il n’y avait plus personne dans { $room }, alors j’ai arrêté.
        [lost] On m’a sorti de { $room }, alors la musique s’est arrêtée. Appuie sur « Écouter ici » sous la liste pour la réentendre.
        [closing] Je dois m’absenter un instant, alors la musique dans { $room } s’est arrêtée. Appuie sur « Écouter ici » sous la liste quand je serai de retour.
       *[broken] Quelque chose s’est mal passé de mon côté, alors la musique dans { $room } s’est arrêtée. Appuie sur « Écouter ici » sous la liste pour réessayer.
    }

error-list-gone = Je n’ai plus cette liste.
error-list-gone-next = Demandes-en une nouvelle.

error-no-list-yet = Tu n’as pas encore de liste.
error-no-list-yet-next = Demandes-en une avec /moodmix, puis écoute-la.

error-voice-off = L’écoute dans les salons vocaux est désactivée ici.
error-voice-off-next = Les liens sous chaque titre permettent toujours de l’écouter.

error-voice-not-there = Je ne suis pas membre de ce serveur, je ne peux donc pas venir dans ses salons vocaux.
error-voice-not-there-next = Une personne qui gère le serveur peut m’y ajouter.

error-voice-not-joined = Tu n’es dans aucun salon vocal.
error-voice-not-joined-next = Rejoins-en un et réessaie.

error-voice-on-stage = Je ne peux pas passer de musique dans une conférence.
error-voice-on-stage-next = Rejoins un salon vocal et appuie encore une fois.

error-voice-forbidden = { $permission ->
        [view_channel] Je n’ai pas le droit de voir { $room }.
        [connect] Je n’ai pas le droit de rejoindre { $room }.
       *[speak] Je n’ai pas le droit de parler dans { $room }.
    }
error-voice-forbidden-next = { $permission ->
        [view_channel] Demande à la personne qui gère le serveur de m’y donner la permission « Voir le salon ».
        [connect] Demande à la personne qui gère le serveur de m’y donner la permission « Se connecter ».
       *[speak] Demande à la personne qui gère le serveur de m’y donner la permission « Parler ».
    }

error-voice-room-full = Il n’y a plus de place dans { $room }.
error-voice-room-full-next = Réessaie quand il y aura de la place pour moi, ou rejoins un autre salon.

error-voice-taken = Je passe déjà une liste dans { $room }.
error-voice-taken-next = Viens l’écouter là-bas, ou appuie d’abord sur « Stop » là-bas.

error-voice-unreachable = Je n’ai pas réussi à joindre { $room }.
error-voice-unreachable-next = Réessaie dans un instant ; si ça continue, une autre région dans les paramètres du salon peut aider.

error-voice-nothing-to-hear = Je n’ai trouvé d’enregistrement à passer pour aucun titre de cette liste.
error-voice-nothing-to-hear-next = Les liens sous chaque titre permettent de l’écouter ; ou demande une autre liste.

error-voice-not-playing = Rien ne passe en ce moment sur ce serveur.
error-voice-not-playing-next = Appuie sur « Écouter ici » sous une liste pour commencer.

error-voice-listeners-only = Seules les personnes qui écoutent dans { $room } peuvent faire ça.
error-voice-listeners-only-next = Rejoins d’abord ce salon.

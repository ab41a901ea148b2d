how-now = Comment tu te sens maintenant ? Choisis une humeur ou envoie-moi un nouveau selfie, et je repars de là. Ton humeur avant la liste : { $before }.

moved-from-to = Ton humeur avant : { $before }. Maintenant : { $now }.
moved-not = Ton humeur n’a guère bougé : { $now }.

moved-how =
    { $valence ->
        [brighter]
            { $arousal ->
                [livelier] C’est plus lumineux et plus énergique qu’avant la liste.
                [calmer] C’est plus lumineux et plus calme qu’avant la liste.
               *[same] C’est plus lumineux qu’avant la liste.
            }
        [darker]
            { $arousal ->
                [livelier] C’est plus sombre et plus énergique qu’avant la liste.
                [calmer] C’est plus sombre et plus calme qu’avant la liste.
               *[same] C’est plus sombre qu’avant la liste.
            }
       *[same]
            { $arousal ->
                [livelier] C’est plus énergique qu’avant la liste.
               *[calmer] C’est plus calme qu’avant la liste.
            }
    }

moved-since-start = Et au tout début : { $began }.

farewell = D’accord. Je suis là quand tu veux : un selfie ou /mood, et on recommence.

put-away = Ce qu’on avait commencé attendait depuis plus d’un jour, alors je l’ai rangé. On repart de zéro.

help-line = Ces derniers jours ont l’air lourds, pour autant que je puisse en juger, et je peux me tromper. Si parler te fait du bien : sur findahelpline.com, tu trouveras des gens qui écoutent, gratuitement et en toute confidentialité, dans la plupart des pays. Si tu es en danger, appelle le numéro d’urgence local, s’il te plaît. (/settings désactive ce message.)

help-off-button = Ne plus afficher
help-off = Ce message ne reviendra pas. /settings le rétablit.

correct-button = Ce n’est pas ça
other-mood-button = Je ressens autre chose
last-song-button = La même chanson qu’avant
no-song-button = Sans chanson, juste mon humeur
onward-button = { $onward ->
        [check_in] Comment tu te sens maintenant ?
       *[finish] Ça va, merci
    }

correct-question = C’est quoi, alors ?
song-ways-question = Ou continue sans nouvelle chanson
onward-question = Et après ?

change-from-start = { $brightness ->
        [brighter] { $energy ->
            [livelier] Plus lumineux et plus vif qu’au début
            [calmer] Plus lumineux et plus calme qu’au début
           *[same] Plus lumineux qu’au début
        }
        [darker] { $energy ->
            [livelier] Plus sombre et plus vif qu’au début
            [calmer] Plus sombre et plus calme qu’au début
           *[same] Plus sombre qu’au début
        }
       *[same] { $energy ->
            [livelier] Plus vif qu’au début
            [calmer] Plus calme qu’au début
           *[same] À peu près comme au début
        }
    }
change-from-week = { $brightness ->
        [brighter] { $energy ->
            [livelier] Plus lumineux et plus vif que la semaine d’avant
            [calmer] Plus lumineux et plus calme que la semaine d’avant
           *[same] Plus lumineux que la semaine d’avant
        }
        [darker] { $energy ->
            [livelier] Plus sombre et plus vif que la semaine d’avant
            [calmer] Plus sombre et plus calme que la semaine d’avant
           *[same] Plus sombre que la semaine d’avant
        }
       *[same] { $energy ->
            [livelier] Plus vif que la semaine d’avant
            [calmer] Plus calme que la semaine d’avant
           *[same] À peu près comme la semaine d’avant
        }
    }

history-title-one = Jusqu’ici : { emotion-feel }
history-title-days = { $days ->
        [one] Un jour, en tête : { emotion-feel }
       *[other] { $days } jours, en tête : { emotion-feel }
    }
history-title-weeks = { $weeks } semaines, en tête : { emotion-feel }

history-read = d’un visage
history-told = d’après toi

history-described = { $count ->
        [one] Ton historique d’humeur, une humeur ({ $dates }) : { $moods }.
       *[other] Ton historique d’humeur, { $count } humeurs ({ $dates }) : { $moods }. { $change }.
    }
history-described-told = { $told ->
        [one] L’une d’elles vient de toi.
       *[other] { $told } d’entre elles viennent de toi.
    }
mood-count = { emotion-feel } { $count }

course-title = { course-mood-from } { course-mood-to }
course-title-same = Toujours { emotion-look }
course-mood-from = { $from ->
        [angry] De la colère
        [disgust] Du dégoût
        [fear] De la peur
        [happy] De la joie
        [sad] De la tristesse
        [surprise] De la surprise
       *[neutral] Du neutre
    }
course-mood-to = { $to ->
        [angry] à la colère
        [disgust] au dégoût
        [fear] à la peur
        [happy] à la joie
        [sad] à la tristesse
        [surprise] à la surprise
       *[neutral] au neutre
    }
course-first = au début
course-now = maintenant

course-described = Ce qui a bougé pendant ton écoute, sur un plan qui va du sombre au lumineux et du calme à l’énergique : { $moods }. { $change }.
course-described-mood = { $number } { emotion-feel } ({ feeling-face })

week-title = Humeur de la semaine : { emotion-feel }
week-title-quiet = Une semaine tranquille
week-no-mood = Aucune humeur notée pendant ces sept jours
week-moods = { $count ->
        [one] Une humeur en sept jours
       *[other] { $count } humeurs en sept jours
    }
week-lists = { $count ->
        [0] Aucune liste
        [one] Une liste
       *[other] { $count } listes
    }
week-liked = Tu as aimé
week-liked-more = { $count ->
        [one] et une autre
       *[other] et { $count } autres
    }

week-described = { $title } ({ $dates }). { $change }.
week-described-days = { $days }.
week-described-day = { $day } : { $moods }
week-described-lists = { $lists }.
week-described-liked = Tu as aimé { $songs }.

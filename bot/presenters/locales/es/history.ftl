# Pictures of moods over time: the history, one listening session, the week; and what describes them
# to people who do not see them. Room in pictures is scarce. A mood is masculine (el ánimo).

## How a mood moved

change-from-start = { $brightness ->
        [brighter] { $energy ->
            [livelier] Más luminoso y enérgico que al principio
            [calmer] Más luminoso y tranquilo que al principio
           *[same] Más luminoso que al principio
        }
        [darker] { $energy ->
            [livelier] Más sombrío y enérgico que al principio
            [calmer] Más sombrío y tranquilo que al principio
           *[same] Más sombrío que al principio
        }
       *[same] { $energy ->
            [livelier] Más enérgico que al principio
            [calmer] Más tranquilo que al principio
           *[same] Casi igual que al principio
        }
    }
change-from-week = { $brightness ->
        [brighter] { $energy ->
            [livelier] Más luminoso y enérgico que la semana previa
            [calmer] Más luminoso y tranquilo que la semana previa
           *[same] Más luminoso que la semana previa
        }
        [darker] { $energy ->
            [livelier] Más sombrío y enérgico que la semana previa
            [calmer] Más sombrío y tranquilo que la semana previa
           *[same] Más sombrío que la semana previa
        }
       *[same] { $energy ->
            [livelier] Más enérgico que la semana previa
            [calmer] Más tranquilo que la semana previa
           *[same] Casi igual que la semana previa
        }
    }

## Mood history: all moods over days or weeks

history-title-one = Hasta ahora: { emotion-feel }
history-title-days = { $days ->
        [one] Un día, sobre todo { emotion-feel }
       *[other] { $days } días, sobre todo { emotion-feel }
    }
history-title-weeks = { $weeks } semanas, sobre todo { emotion-feel }

history-read = leído
history-told = dicho por ti

history-described = { $count ->
        [one] Tu historial de ánimos, un ánimo el { $dates }: { $moods }.
       *[other] Tu historial de ánimos, { $count } ánimos, { $dates }: { $moods }. { $change }.
    }
history-described-told = { $told ->
        [one] Uno de ellos lo dijiste tú.
       *[other] { $told } de ellos los dijiste tú.
    }
mood-count = { $emotion ->
        [angry] enojo { $count }
        [disgust] asco { $count }
        [fear] miedo { $count }
        [happy] alegría { $count }
        [sad] tristeza { $count }
        [surprise] sorpresa { $count }
       *[neutral] neutral { $count }
    }

## One listening session: how the mood moved

course-title = { course-mood-from } { course-mood-to }
course-title-same = Sigues { emotion-feel }
course-mood-from = { $from ->
        [angry] Del enojo
        [disgust] Del asco
        [fear] Del miedo
        [happy] De la alegría
        [sad] De la tristeza
        [surprise] De la sorpresa
       *[neutral] De lo neutral
    }
course-mood-to = { $to ->
        [angry] al enojo
        [disgust] al asco
        [fear] al miedo
        [happy] a la alegría
        [sad] a la tristeza
        [surprise] a la sorpresa
       *[neutral] a lo neutral
    }
course-first = inicio
course-now = ahora

course-described = Lo que se movió mientras escuchabas, en un plano de sombrío a luminoso y de tranquilo a enérgico: { $moods }. { $change }.
course-described-mood = { $number } { emotion-feel } ({ feeling-feel })

## The week

week-title = Esta semana, sobre todo { emotion-feel }
week-title-quiet = Una semana tranquila
week-no-mood = No se anotó ningún ánimo en estos siete días
week-moods = { $count ->
        [one] Un ánimo en siete días
       *[other] { $count } ánimos en siete días
    }
week-lists = { $count ->
        [0] No se hizo ninguna lista
        [one] Se hizo una lista
       *[other] Se hicieron { $count } listas
    }
week-liked = Lo que te gustó
week-liked-more = { $count ->
        [one] y una más
       *[other] y { $count } más
    }

week-described = { $dates }: { $title }. { $change }.
week-described-days = { $days }.
week-described-day = { $day }: { $moods }
week-described-lists = { $lists }.
week-described-liked = Lo que te gustó: { $songs }.

# Pictures of moods over time: the history, one listening session, the week; and what describes them
# to people who do not see them. Room in pictures is scarce.

## How a mood moved

change-from-start = { $brightness ->
        [brighter] { $energy ->
            [livelier] Heiterer und lebhafter als am Anfang
            [calmer] Heiterer und ruhiger als am Anfang
           *[same] Heiterer als am Anfang
        }
        [darker] { $energy ->
            [livelier] Düsterer und lebhafter als am Anfang
            [calmer] Düsterer und ruhiger als am Anfang
           *[same] Düsterer als am Anfang
        }
       *[same] { $energy ->
            [livelier] Lebhafter als am Anfang
            [calmer] Ruhiger als am Anfang
           *[same] Etwa so wie am Anfang
        }
    }
change-from-week = { $brightness ->
        [brighter] { $energy ->
            [livelier] Heiterer und lebhafter als die Woche davor
            [calmer] Heiterer und ruhiger als die Woche davor
           *[same] Heiterer als die Woche davor
        }
        [darker] { $energy ->
            [livelier] Düsterer und lebhafter als die Woche davor
            [calmer] Düsterer und ruhiger als die Woche davor
           *[same] Düsterer als die Woche davor
        }
       *[same] { $energy ->
            [livelier] Lebhafter als die Woche davor
            [calmer] Ruhiger als die Woche davor
           *[same] Etwa so wie die Woche davor
        }
    }

## Mood history: all moods over days or weeks

history-title-one = Bisher: { emotion-feel }
history-title-days = { $days ->
        [one] Ein Tag, meist { emotion-feel }
       *[other] { $days } Tage, meist { emotion-feel }
    }
history-title-weeks = { $weeks } Wochen, meist { emotion-feel }

history-read = abgelesen
history-told = dein Wort

history-described = { $count ->
        [one] Dein Stimmungsverlauf, eine Stimmung am { $dates }: { $moods }.
       *[other] Dein Stimmungsverlauf, { $count } Stimmungen, { $dates }: { $moods }. { $change }.
    }
history-described-told = { $told ->
        [one] Eine davon hast du selbst gesagt.
       *[other] { $told } davon hast du selbst gesagt.
    }
mood-count = { emotion-feel } { $count }

## One listening session: how the mood moved

course-title = Von { course-mood-from } zu { course-mood-to }
course-title-same = Immer noch { emotion-feel }
course-mood-from = { $from ->
        [angry] wütend
        [disgust] angewidert
        [fear] ängstlich
        [happy] fröhlich
        [sad] traurig
        [surprise] überrascht
       *[neutral] neutral
    }
course-mood-to = { $to ->
        [angry] wütend
        [disgust] angewidert
        [fear] ängstlich
        [happy] fröhlich
        [sad] traurig
        [surprise] überrascht
       *[neutral] neutral
    }
course-first = zuerst
course-now = jetzt

course-described = Was sich beim Hören bewegt hat, auf einer Fläche von düster bis heiter und von ruhig bis energiegeladen: { $moods }. { $change }.
course-described-mood = { $number } { emotion-feel } ({ feeling-face })

## The week

week-title = Diese Woche meist { emotion-feel }
week-title-quiet = Eine stille Woche
week-no-mood = In diesen sieben Tagen wurde keine Stimmung notiert
week-moods = { $count ->
        [one] Eine Stimmung in sieben Tagen
       *[other] { $count } Stimmungen in sieben Tagen
    }
week-lists = { $count ->
        [0] Keine Liste gemacht
        [one] Eine Liste gemacht
       *[other] { $count } Listen gemacht
    }
week-liked = Das mochtest du
week-liked-more = { $count ->
        [one] und noch einer
       *[other] und { $count } weitere
    }

week-described = { $dates }: { $title }. { $change }.
week-described-days = { $days }.
week-described-day = { $day }: { $moods }
week-described-lists = { $lists }.
week-described-liked = Das mochtest du: { $songs }.

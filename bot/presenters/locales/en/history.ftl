# Pictures of moods over time: the history, one listening session, the week; and what describes them
# to people who do not see them. Room in pictures is scarce: a legend has one or two words, a title
# about 30 characters, the line below it 45. $emotion is as in moods.ftl.

## How a mood moved. In change-from-start and change-from-week $brightness and $energy tell what
## became more of; "same" is no change worth telling.

change-from-start = { $brightness ->
        [brighter] { $energy ->
            [livelier] Brighter and livelier than at first
            [calmer] Brighter and calmer than at first
           *[same] Brighter than at first
        }
        [darker] { $energy ->
            [livelier] Darker and livelier than at first
            [calmer] Darker and calmer than at first
           *[same] Darker than at first
        }
       *[same] { $energy ->
            [livelier] Livelier than at first
            [calmer] Calmer than at first
           *[same] Much as it was at first
        }
    }
change-from-week = { $brightness ->
        [brighter] { $energy ->
            [livelier] Brighter and livelier than the week before
            [calmer] Brighter and calmer than the week before
           *[same] Brighter than the week before
        }
        [darker] { $energy ->
            [livelier] Darker and livelier than the week before
            [calmer] Darker and calmer than the week before
           *[same] Darker than the week before
        }
       *[same] { $energy ->
            [livelier] Livelier than the week before
            [calmer] Calmer than the week before
           *[same] Much like the week before
        }
    }

## Mood history: all moods over days or weeks

history-title-one = So far: { emotion-feel }
history-title-days = { $days ->
        [one] One day, most often { emotion-feel }
       *[other] { $days } days, most often { emotion-feel }
    }
history-title-weeks = { $weeks } weeks, most often { emotion-feel }

# Two entries of the legend: moods that a face told, and moods that the person named.
history-read = from a face
history-told = your word

# $moods is a row of mood-count, $dates are one date or two with a dash, $change is change-from-start.
history-described = { $count ->
        [one] Your mood history, one mood on { $dates }: { $moods }.
       *[other] Your mood history, { $count } moods, { $dates }: { $moods }. { $change }.
    }
history-described-told = { $told ->
        [one] One of them is your own word.
       *[other] { $told } of them are your own word.
    }
# How often a mood was noted; $count is a number.
mood-count = { emotion-feel } { $count }

## One listening session: how the mood moved

course-title = From { course-mood-from } to { course-mood-to }
course-title-same = Still { emotion-feel }
# After "from" and after "to"; $from and $to are emotions like $emotion.
course-mood-from = { $from ->
        [angry] angry
        [disgust] disgusted
        [fear] frightened
        [happy] happy
        [sad] sad
        [surprise] surprised
       *[neutral] neutral
    }
course-mood-to = { $to ->
        [angry] angry
        [disgust] disgusted
        [fear] frightened
        [happy] happy
        [sad] sad
        [surprise] surprised
       *[neutral] neutral
    }
course-first = at first
course-now = now

# $moods is a row of course-described-mood, $change is change-from-start.
course-described = What moved while you listened, on a plane from dark to bright and from calm to energetic: { $moods }. { $change }.
# A mood and where it lies on the plane.
course-described-mood = { $number } { emotion-feel } ({ feeling-face })

## The week

week-title = This week, most often { emotion-feel }
week-title-quiet = A quiet week
week-no-mood = No mood was noted in these seven days
# Where nothing was noted in the week before.
week-moods = { $count ->
        [one] One mood in seven days
       *[other] { $count } moods in seven days
    }
week-lists = { $count ->
        [0] No list was made
        [one] One list was made
       *[other] { $count } lists were made
    }
week-liked = You liked
# $count is how many more songs were liked than are named.
week-liked-more = { $count ->
        [one] and one more
       *[other] and { $count } more
    }

# $title is week-title, $dates are two dates with a dash, $change is a sentence without its full stop.
week-described = { $dates }: { $title }. { $change }.
# $days are several of week-described-day. $day is a day of the week, $moods is a row of mood-count.
week-described-days = { $days }.
week-described-day = { $day }: { $moods }
# $lists is week-lists.
week-described-lists = { $lists }.
# $songs is a row of songs.
week-described-liked = You liked { $songs }.

# Moods: expressions of faces, points between dark and bright and between calm and energetic, and
# what a face told.

## Expressions, one message for each place in a sentence where they may be inflected otherwise

# $emotion as a word of its own: on a button, in a headline, beside a bar of a chart.
emotion-name = { $emotion ->
        [angry] Angry
        [disgust] Disgusted
        [fear] Frightened
        [happy] Happy
        [sad] Sad
        [surprise] Surprised
       *[neutral] Neutral
    }
# After "you look": how one person's face appears.
emotion-look = { $emotion ->
        [angry] angry
        [disgust] disgusted
        [fear] frightened
        [happy] happy
        [sad] sad
        [surprise] surprised
       *[neutral] neutral
    }
# After "all of you look".
emotion-look-all = { emotion-look }
# What a person says of themselves: after "you feel" and "you were", and in "from ... to ...".
emotion-feel = { emotion-look }

## Points on the plane of moods

# After "the song feels"; also in rows such as "1 calm, 2 bright and calm".
feeling = { $feeling ->
        [bright-energetic] bright and energetic
        [bright-calm] bright and calm
        [bright] bright
        [dark-energetic] dark and energetic
        [dark-calm] dark and calm
        [dark] dark
        [energetic] energetic
        [calm] calm
       *[even] even-tempered
    }
# The same of a face.
feeling-face = { feeling }
# The same of a person, in the places of emotion-feel.
feeling-feel = { feeling }

## What a face told; $sure is a share such as 88 %

# $mood is an emotion-feel or feeling-feel.
face-told = You told me you feel { $mood }.
face-noted = Noted: you feel { $mood }.
face-look = You look { emotion-look } to me ({ $sure } sure).
face-everyone = All of you together look { emotion-look-all } to me ({ $sure } sure).

# $guesses is one face-guess or several with "or" before the last, $count how many.
face-unsure = { $count ->
        [1] I am not sure how you look: maybe { $guesses }?
       *[other] I am not sure how you look: { $guesses }?
    }
face-guess = { emotion-look } ({ $share })

# $parts is a row of face-spent.
face-course = Over { $seconds } seconds you looked { $parts }.
face-spent = { $how ->
        [mostly] mostly { emotion-look } ({ $seconds } s)
        [often] most often { emotion-look } ({ $seconds } s)
        [also] also { emotion-look } ({ $seconds } s)
       *[little] a little { emotion-look } ({ $seconds } s)
    }
face-steady = { $how ->
        [all] Over { $seconds } seconds you looked { emotion-look } all the time.
       *[nearly] Over { $seconds } seconds you looked { emotion-look } nearly all the time.
    }
# Follows a face-course that another mood led in.
face-all-in-all = All in all you look { emotion-look } to me ({ $sure } sure).

# $faces is more than one.
face-largest = { $seen ->
        [video] I saw { $faces } faces and followed the largest one.
       *[photo] I saw { $faces } faces and read the largest one near the middle.
    }

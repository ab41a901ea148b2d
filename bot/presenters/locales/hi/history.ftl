# समय के साथ मूड की तस्वीरें: इतिहास, सुनने का एक दौर, एक हफ़्ता; और उनका शब्दों में वर्णन।

change-from-start = { $brightness ->
        [brighter] { $energy ->
            [livelier] शुरुआत से ज़्यादा खिला हुआ और जोशीला
            [calmer] शुरुआत से ज़्यादा खिला हुआ और शांत
           *[same] शुरुआत से ज़्यादा खिला हुआ
        }
        [darker] { $energy ->
            [livelier] शुरुआत से ज़्यादा भारी और बेचैन
            [calmer] शुरुआत से ज़्यादा भारी और शांत
           *[same] शुरुआत से ज़्यादा भारी
        }
       *[same] { $energy ->
            [livelier] शुरुआत से ज़्यादा जोशीला
            [calmer] शुरुआत से ज़्यादा शांत
           *[same] लगभग शुरुआत जैसा
        }
    }
change-from-week = { $brightness ->
        [brighter] { $energy ->
            [livelier] पिछले हफ़्ते से ज़्यादा खिला हुआ और जोशीला
            [calmer] पिछले हफ़्ते से ज़्यादा खिला हुआ और शांत
           *[same] पिछले हफ़्ते से ज़्यादा खिला हुआ
        }
        [darker] { $energy ->
            [livelier] पिछले हफ़्ते से ज़्यादा भारी और बेचैन
            [calmer] पिछले हफ़्ते से ज़्यादा भारी और शांत
           *[same] पिछले हफ़्ते से ज़्यादा भारी
        }
       *[same] { $energy ->
            [livelier] पिछले हफ़्ते से ज़्यादा जोशीला
            [calmer] पिछले हफ़्ते से ज़्यादा शांत
           *[same] लगभग पिछले हफ़्ते जैसा
        }
    }

## मूड का इतिहास

history-title-one = अब तक: { emotion-name }
history-title-days = { $days ->
        [one] { $days } दिन, सबसे ज़्यादा { emotion-name }
       *[other] { $days } दिन, सबसे ज़्यादा { emotion-name }
    }
history-title-weeks = { $weeks } हफ़्ते, सबसे ज़्यादा { emotion-name }

history-read = चेहरे से
history-told = आपके शब्द

history-described = { $count ->
        [one] आपके मूड का इतिहास, { $count } मूड, { $dates }: { $moods }।
       *[other] आपके मूड का इतिहास, { $count } मूड, { $dates }: { $moods }। { $change }।
    }
history-described-told = { $told ->
        [one] इनमें से { $told } आपके अपने शब्दों में है।
       *[other] इनमें से { $told } आपके अपने शब्दों में हैं।
    }
mood-count = { emotion-name } { $count }

## सुनने का एक दौर

course-title = { course-mood-from } से { course-mood-to } तक
course-title-same = अब भी { emotion-name }
course-mood-from = { $from ->
        [angry] गुस्से
        [disgust] घिन
        [fear] डर
        [happy] खुशी
        [sad] उदासी
        [surprise] हैरानी
       *[neutral] सामान्य
    }
course-mood-to = { $to ->
        [angry] गुस्से
        [disgust] घिन
        [fear] डर
        [happy] खुशी
        [sad] उदासी
        [surprise] हैरानी
       *[neutral] सामान्य
    }
course-first = शुरू में
course-now = अब

course-described = सुनते-सुनते क्या बदला, एक तल पर जो भारी से खुशनुमा और शांत से जोशीले तक जाता है: { $moods }। { $change }।
course-described-mood = { $number } { emotion-name } ({ feeling-face })

## हफ़्ता

week-title = इस हफ़्ते सबसे ज़्यादा { emotion-name }
week-title-quiet = एक शांत हफ़्ता
week-no-mood = इन सात दिनों में कोई मूड दर्ज नहीं हुआ
week-moods = { $count ->
        [one] सात दिनों में { $count } मूड
       *[other] सात दिनों में { $count } मूड
    }
week-lists = { $count ->
        [0] कोई लिस्ट नहीं बनी
        [one] { $count } लिस्ट बनी
       *[other] { $count } लिस्टें बनीं
    }
week-liked = आपको पसंद आए
week-liked-more = { $count ->
        [one] और { $count } गाना
       *[other] और { $count } गाने
    }

week-described = { $dates }: { $title }। { $change }।
week-described-days = { $days }।
week-described-day = { $day }: { $moods }
week-described-lists = { $lists }।
week-described-liked = आपको ये गाने पसंद आए: { $songs }।

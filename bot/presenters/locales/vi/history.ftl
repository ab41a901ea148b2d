# Hình vẽ tâm trạng theo thời gian: lịch sử, một buổi nghe, một tuần; và lời mô tả chúng.

change-from-start = { $brightness ->
        [brighter] { $energy ->
            [livelier] Tươi vui và sôi nổi hơn lúc đầu
            [calmer] Tươi vui và thư thái hơn lúc đầu
           *[same] Tươi vui hơn lúc đầu
        }
        [darker] { $energy ->
            [livelier] U ám và bồn chồn hơn lúc đầu
            [calmer] U ám và trầm lắng hơn lúc đầu
           *[same] U ám hơn lúc đầu
        }
       *[same] { $energy ->
            [livelier] Sôi nổi hơn lúc đầu
            [calmer] Dịu hơn lúc đầu
           *[same] Gần như lúc đầu
        }
    }
change-from-week = { $brightness ->
        [brighter] { $energy ->
            [livelier] Tươi vui và sôi nổi hơn tuần trước
            [calmer] Tươi vui và thư thái hơn tuần trước
           *[same] Tươi vui hơn tuần trước
        }
        [darker] { $energy ->
            [livelier] U ám và bồn chồn hơn tuần trước
            [calmer] U ám và trầm lắng hơn tuần trước
           *[same] U ám hơn tuần trước
        }
       *[same] { $energy ->
            [livelier] Sôi nổi hơn tuần trước
            [calmer] Dịu hơn tuần trước
           *[same] Gần như tuần trước
        }
    }

## Lịch sử tâm trạng

history-title-one = Đến giờ: { emotion-feel }
history-title-days = { $days ->
        [1] Một ngày, nhiều nhất là { emotion-feel }
       *[other] { $days } ngày, nhiều nhất là { emotion-feel }
    }
history-title-weeks = { $weeks } tuần, nhiều nhất là { emotion-feel }

history-read = từ khuôn mặt
history-told = bạn tự nói

history-described = { $count ->
        [1] Lịch sử tâm trạng của bạn, một tâm trạng, { $dates }: { $moods }.
       *[other] Lịch sử tâm trạng của bạn, { $count } tâm trạng, { $dates }: { $moods }. { $change }.
    }
history-described-told = { $told ->
        [1] Trong đó có một do bạn tự nói.
       *[other] Trong đó có { $told } do bạn tự nói.
    }
mood-count = { emotion-feel } { $count }

## Một buổi nghe

course-title = Từ { course-mood-from } đến { course-mood-to }
course-title-same = Vẫn { emotion-feel }
course-mood-from = { $from ->
        [angry] tức giận
        [disgust] chán ghét
        [fear] sợ hãi
        [happy] vui
        [sad] buồn
        [surprise] ngạc nhiên
       *[neutral] bình thường
    }
course-mood-to = { $to ->
        [angry] tức giận
        [disgust] chán ghét
        [fear] sợ hãi
        [happy] vui
        [sad] buồn
        [surprise] ngạc nhiên
       *[neutral] bình thường
    }
course-first = lúc đầu
course-now = bây giờ

course-described = Tâm trạng chuyển động trong lúc bạn nghe, trên mặt phẳng từ u tối đến tươi sáng và từ êm dịu đến sôi động: { $moods }. { $change }.
course-described-mood = { $number } { emotion-feel } ({ feeling-face })

## Một tuần

week-title = Tuần này, nhiều nhất là { emotion-feel }
week-title-quiet = Một tuần yên ắng
week-no-mood = Bảy ngày này chưa ghi tâm trạng nào
week-moods = { $count ->
        [1] Một tâm trạng trong bảy ngày
       *[other] { $count } tâm trạng trong bảy ngày
    }
week-lists = { $count ->
        [0] Chưa làm danh sách nào
        [1] Đã làm một danh sách
       *[other] Đã làm { $count } danh sách
    }
week-liked = Bạn đã thích
week-liked-more = { $count ->
        [1] và một bài nữa
       *[other] và { $count } bài nữa
    }

week-described = { $dates }: { $title }. { $change }.
week-described-days = { $days }.
week-described-day = { $day }: { $moods }
week-described-lists = { $lists }.
week-described-liked = Bạn đã thích { $songs }.

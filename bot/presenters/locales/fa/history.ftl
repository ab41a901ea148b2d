# Pictures of moods over time: the history, one listening session, the week; and what describes them
# to people who do not see them.

## How a mood moved

change-from-start = { $brightness ->
        [brighter] { $energy ->
            [livelier] روشن‌تر و سرزنده‌تر از اول
            [calmer] روشن‌تر و آرام‌تر از اول
           *[same] روشن‌تر از اول
        }
        [darker] { $energy ->
            [livelier] تیره‌تر و پرجنب‌وجوش‌تر از اول
            [calmer] تیره‌تر و آرام‌تر از اول
           *[same] تیره‌تر از اول
        }
       *[same] { $energy ->
            [livelier] سرزنده‌تر از اول
            [calmer] آرام‌تر از اول
           *[same] کم‌وبیش مثل اول
        }
    }
change-from-week = { $brightness ->
        [brighter] { $energy ->
            [livelier] روشن‌تر و سرزنده‌تر از هفتهٔ پیش
            [calmer] روشن‌تر و آرام‌تر از هفتهٔ پیش
           *[same] روشن‌تر از هفتهٔ پیش
        }
        [darker] { $energy ->
            [livelier] تیره‌تر و پرجنب‌وجوش‌تر از هفتهٔ پیش
            [calmer] تیره‌تر و آرام‌تر از هفتهٔ پیش
           *[same] تیره‌تر از هفتهٔ پیش
        }
       *[same] { $energy ->
            [livelier] سرزنده‌تر از هفتهٔ پیش
            [calmer] آرام‌تر از هفتهٔ پیش
           *[same] کم‌وبیش مثل هفتهٔ پیش
        }
    }

## Mood history: all moods over days or weeks

history-title-one = تا اینجا: { emotion-feel }
history-title-days = { NUMBER($days) } روز، بیشتر { emotion-feel }
history-title-weeks = { NUMBER($weeks) } هفته، بیشتر { emotion-feel }

history-read = از چهره
history-told = گفتهٔ خودتان

history-described = { $count ->
        [1] تاریخچهٔ حال‌وهوای شما، یک حال‌وهوا در { $dates }: { $moods }.
       *[other] تاریخچهٔ حال‌وهوای شما، { NUMBER($count) } حال‌وهوا، { $dates }: { $moods }. { $change }.
    }
history-described-told = { NUMBER($told) } تا از آن‌ها گفتهٔ خودتان است.
mood-count = { emotion-feel } { NUMBER($count) }

## One listening session: how the mood moved

course-title = از { course-mood-from } تا { course-mood-to }
course-title-same = همچنان { emotion-feel }
course-mood-from = { $from ->
        [angry] عصبانی
        [disgust] بیزار
        [fear] هراسان
        [happy] شاد
        [sad] غمگین
        [surprise] شگفت‌زده
       *[neutral] خنثی
    }
course-mood-to = { $to ->
        [angry] عصبانی
        [disgust] بیزار
        [fear] هراسان
        [happy] شاد
        [sad] غمگین
        [surprise] شگفت‌زده
       *[neutral] خنثی
    }
course-first = اول
course-now = حالا

course-described = آنچه هنگام گوش دادن تغییر کرد، روی صفحه‌ای از تیره تا روشن و از آرام تا پرانرژی: { $moods }. { $change }.
course-described-mood = { NUMBER($number) } { emotion-feel } ({ feeling-face })

## The week

week-title = این هفته، بیشتر { emotion-feel }
week-title-quiet = هفته‌ای بی‌سروصدا
week-no-mood = در این هفت روز حال‌وهوایی ثبت نشد
week-moods = { $count ->
        [1] یک حال‌وهوا در هفت روز
       *[other] { NUMBER($count) } حال‌وهوا در هفت روز
    }
week-lists = { $count ->
        [0] فهرستی ساخته نشد
        [1] یک فهرست ساخته شد
       *[other] { NUMBER($count) } فهرست ساخته شد
    }
week-liked = دوست داشتید
week-liked-more = { $count ->
        [1] و یکی دیگر
       *[other] و { NUMBER($count) } تای دیگر
    }

week-described = { $dates }: { $title }. { $change }.
week-described-days = { $days }.
week-described-day = { $day }: { $moods }
week-described-lists = { $lists }.
week-described-liked = این‌ها را دوست داشتید: { $songs }.

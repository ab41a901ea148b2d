# Moods: expressions of faces, points between dark and bright and between calm and energetic, and
# what a face told.

## Expressions

emotion-name = { $emotion ->
        [angry] عصبانی
        [disgust] بیزار
        [fear] هراسان
        [happy] شاد
        [sad] غمگین
        [surprise] شگفت‌زده
       *[neutral] خنثی
    }
emotion-look = { $emotion ->
        [angry] عصبانی
        [disgust] بیزار
        [fear] هراسان
        [happy] شاد
        [sad] غمگین
        [surprise] شگفت‌زده
       *[neutral] خنثی
    }
emotion-look-all = { emotion-look }
emotion-feel = { emotion-look }

## Points on the plane of moods

feeling = { $feeling ->
        [bright-energetic] روشن و پرانرژی
        [bright-calm] روشن و آرام
        [bright] روشن
        [dark-energetic] تیره و پرانرژی
        [dark-calm] تیره و آرام
        [dark] تیره
        [energetic] پرانرژی
        [calm] آرام
       *[even] متعادل
    }
feeling-face = { feeling }
feeling-feel = { feeling }

## What a face told

face-told = گفتید حال‌وهوایتان { $mood } است.
face-noted = یادم ماند: حال‌وهوایتان { $mood } است.
face-look = چهره‌تان به نظرم { emotion-look } است (با { $sure } اطمینان).
face-everyone = چهرهٔ جمعتان روی هم به نظرم { emotion-look-all } است (با { $sure } اطمینان).

face-unsure = { $count ->
        [1] مطمئن نیستم چهره‌تان چه حالی دارد: شاید { $guesses }؟
       *[other] مطمئن نیستم چهره‌تان چه حالی دارد: { $guesses }؟
    }
face-guess = { emotion-look } ({ $share })

face-course = در طول { NUMBER($seconds) } ثانیه چهره‌تان { $parts } بود.
face-spent = { $how ->
        [mostly] بیشتر { emotion-look } ({ NUMBER($seconds) } ثانیه)
        [often] بیش از همه { emotion-look } ({ NUMBER($seconds) } ثانیه)
        [also] گاهی هم { emotion-look } ({ NUMBER($seconds) } ثانیه)
       *[little] کمی هم { emotion-look } ({ NUMBER($seconds) } ثانیه)
    }
face-steady = { $how ->
        [all] در طول { NUMBER($seconds) } ثانیه چهره‌تان تمام مدت { emotion-look } بود.
       *[nearly] در طول { NUMBER($seconds) } ثانیه چهره‌تان تقریباً تمام مدت { emotion-look } بود.
    }
face-all-in-all = روی هم رفته چهره‌تان به نظرم { emotion-look } است (با { $sure } اطمینان).

face-largest = { $seen ->
        [video] { NUMBER($faces) } چهره دیدم و بزرگ‌ترینشان را دنبال کردم.
       *[photo] { NUMBER($faces) } چهره دیدم و بزرگ‌ترین چهرهٔ نزدیک وسط را خواندم.
    }

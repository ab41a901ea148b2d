# Words in drawn pictures, where room is short, and the pictures in words for people who cannot see
# them.

in-seconds = { NUMBER($seconds) } ثانیه

## The card of a mix

card-headline = { $intent ->
        [modulate] { $mood }، در همین حال‌وهوا
        [enhance] { $mood }، از اینجا رو به بالا
       *[soothe] { $mood }، رو به آرامش
    }
card-mood = { emotion-name } { $sure }
card-mood-unsure = شاید { emotion-look }
card-mood-everyone = همه { emotion-look-all }

plane-edge = { $edge ->
        [top] پرانرژی
        [bottom] آرام
        [left] تیره
       *[right] روشن
    }
plane-you = شما
plane-song = آهنگ
card-see-message = (در پیام ببینید)

card-alt = { $intent ->
        [modulate] { card-alt-places } آهنگ‌ها: { $tracks }.
       *[other] { card-alt-places } آهنگ‌ها، قدم‌به‌قدم از حال‌وهوای شما: { $tracks }.
    }
card-alt-places = { $seed ->
        [song] صفحه‌ای از تیره تا روشن و از آرام تا پرانرژی. حال‌وهوای شما: { $face }. آهنگ شما: { $song }.
       *[none] صفحه‌ای از تیره تا روشن و از آرام تا پرانرژی. حال‌وهوای شما: { $face }.
    }
card-alt-track = { NUMBER($position) } { feeling }

## The course of a mood over a video

timeline-headline = { emotion-name } در { $share } زمان
timeline-mood = { emotion-name } { $time }
timeline-alt = چهره‌تان در طول { $time }: { $parts }. بیشتر { emotion-look }، در { $share } زمان.
timeline-alt-mood = { emotion-look } به مدت { $time }

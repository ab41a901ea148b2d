# Everything that is kept about a person, as a text file for them. Times are in UTC.

export-title = همهٔ آنچه moodmix دربارهٔ شما نگه می‌دارد
export-as-of = تا { $time } (همهٔ زمان‌ها به وقت UTC است). همین‌ها برای برنامه‌ها در { $file } آمده است.
export-since = نگه داشته‌شده از { $day }.
export-nothing = چیزی دربارهٔ شما نگه داشته نشده است.

export-consent = در { $time } با نسخهٔ { $version } متن رضایت موافقت کردید.
export-consent-withdrawn = در { $time } با نسخهٔ { $version } متن رضایت موافقت کردید و در { $withdrawn } آن را پس گرفتید.
export-consent-none = با خوانده شدن چهره‌ها موافقت نکرده‌اید.

export-settings = تنظیمات شما
export-language = زبان: { $language }
export-language-platform = زبان: همان زبان برنامه‌ای که با آن می‌نویسید
export-song-languages = فقط آهنگ‌های زبان { $languages }
export-occasion = فهرست‌ها { occasion } ساخته می‌شوند
export-help-line = { $on ->
        [yes] ممکن است پیامی بیاید که می‌گوید کجا می‌شود کمک پیدا کرد.
       *[no] پیامی که بگوید کجا می‌شود کمک پیدا کرد نمی‌آید.
    }
export-help-shown = آن پیام آخرین بار در { $time } آمد.
export-without = هیچ آهنگی از { $artists }
export-like = بیشتر مثل { $songs }

export-moods = { $count ->
        [1] حال‌وهوای شما
       *[other] { NUMBER($count) } حال‌وهوای شما
    }
export-mood-read = { $time }: { $mood }، خوانده‌شده (روشنی { NUMBER($valence) }، انرژی { NUMBER($arousal) })
export-mood-unsure = { $time }: شاید { $mood }، خوانده‌شده ولی نه با اطمینان (روشنی { NUMBER($valence) }، انرژی { NUMBER($arousal) })
export-mood-told = { $time }: { $mood }، به گفتهٔ خودتان (روشنی { NUMBER($valence) }، انرژی { NUMBER($arousal) })
export-mood-corrected = { $time }: { $mood }، به گفتهٔ خودتان؛ من خوانده بودم: { $read } (روشنی { NUMBER($valence) }، انرژی { NUMBER($arousal) })

export-lists = { $count ->
        [1] فهرست شما
       *[other] { NUMBER($count) } فهرست شما
    }
export-list = { $time }: برای حال‌وهوای { $mood }، با { $song }. { list-aim }.
export-list-songless = { $time }: برای حال‌وهوای { $mood }، بدون آهنگ. { list-aim }.
export-list-verdict = کل فهرست: { $sign }

export-open = آخرین دور شما
export-open-mood = حال‌وهوای شما: { $mood }
export-open-song = آهنگ شما: { $song }
export-open-remembered = آهنگ قبلی شما: { $song }
export-open-doubt = یک آهنگ، یکی از این‌ها: { $songs }
export-open-songless = بدون آهنگ

export-elsewhere = همچنین به { NUMBER($count) } آهنگ یا فهرست نظر دادید که برای دیگران ساخته شده بود.
export-handed = این همهٔ چیزی است که دربارهٔ شما نگه می‌دارم: هم برای خواندن، هم برای برنامه‌ها. فقط شما این را می‌بینید.

history-none = هنوز حال‌وهوایی از شما ثبت نکرده‌ام. یک سلفی بفرستید، یا با { "\u200E" }/mood بگویید حالتان چطور است.

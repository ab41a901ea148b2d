# Answers: why this list, and why this track.

## The list

list-follows-all = این فهرست آمیزه‌ای از همهٔ چیزهایی است که می‌بینم.

list-intent = { list-aim }: { list-cause }.
list-intent-unsure = { list-aim }، اگر درست فهمیده باشم: { list-cause }.
list-aim = { $intent ->
        [modulate] در همین حال‌وهوا می‌مانیم
        [enhance] می‌رویم به سمت حال بهتر
       *[soothe] می‌رویم به سمت آرامش
    }
list-cause = { $cause ->
        [alike] حال‌وهوای شما و آهنگتان به هم شبیه است، پس فهرست هم همان‌جا می‌ماند
        [brighter] آهنگتان از حال‌وهوای شما روشن‌تر است، پس فهرست قدم‌به‌قدم شما را به آنجا می‌برد
        [more_energetic] آهنگتان از حال‌وهوای شما پرانرژی‌تر است، پس فهرست قدم‌به‌قدم شما را به آنجا می‌برد
        [brighter_and_more_energetic] آهنگتان از حال‌وهوای شما روشن‌تر و پرانرژی‌تر است، پس فهرست قدم‌به‌قدم شما را به آنجا می‌برد
        [darker_or_calmer] آهنگتان از حال‌وهوای شما تیره‌تر یا آرام‌تر است، پس فهرست همان‌جا که هستید می‌ماند
        [calmer] حال‌وهوای شما پرتنش است و آهنگتان آرام، پس فهرست قدم‌به‌قدم شما را به آنجا می‌برد
        [tense_mood] حال‌وهوای شما پرتنش است، پس فهرست قدم‌به‌قدم آرام‌تر می‌شود
        [dark_mood] حال‌وهوای شما تیره است، پس فهرست قدم‌به‌قدم روشن‌تر می‌شود
        [mood_alone] آهنگی نیست که به جای دیگری ببرد، پس فهرست با شما می‌ماند
       *[chosen] خودتان این را خواستید
    }
list-doubt = { $intent ->
        [modulate] اگر حال‌وهوایتان { $moods } است، بهتر است در همان بمانیم.
        [enhance] اگر حال‌وهوایتان { $moods } است، بهتر است به سمت حال بهتر برویم.
       *[soothe] اگر حال‌وهوایتان { $moods } است، بهتر است به سمت آرامش برویم.
    }
list-baseline = با روش پایه: آهنگ‌هایی که بیش از همه به چهرهٔ شما می‌خورند، هدف هرچه باشد.

list-occasion = این فهرست { $occasions } است.
occasion = { $occasion ->
        [focus] برای تمرکز
        [workout] برای ورزش
        [sleep] برای خوابیدن
        [party] برای مهمانی
        [commute] برای راه سر کار
        [morning] برای صبح
        [evening] برای عصر
       *[night] برای شب
    }
list-languages = فقط به زبان { $languages }.
list-without = بدون آهنگی از { $artists }.

list-decided = چه چیزی اثر داشت: { $parts }.
list-weight = { $kind ->
        [mood] حال‌وهوا { $share }
        [artist] هنرمند { $share }
        [genre] سبک { $share }
        [era] دوره { $share }
        [language] زبان { $share }
        [sound] صدا { $share }
        [wish] خواسته‌های شما { $share }
        [context] مناسبت { $share }
        [learned] 👍 و 👎 شما { $share }
       *[novelty] تنوع { $share }
    }

list-too-short = آهنگ دیگری نمی‌شناسم که جور باشد.
list-empty = آهنگی نمی‌شناسم که با همهٔ این‌ها جور باشد. لطفاً کمی کمتر سخت بگیرید.

## A track: parts of one line in a row, the first with a capital letter

track-mood = { $near ->
        [right-end] { feeling }، درست همان‌جا که فهرست می‌رود
        [right-way] { feeling }، درست سر راه آنجا
        [close-end] { feeling }، نزدیک جایی که فهرست می‌رود
        [close-way] { feeling }، نزدیک راه آنجا
        [off-end] { feeling }، نه دقیقاً جایی که فهرست می‌رود
        [off-way] { feeling }، کمی بیرون از راه آنجا
        [far-end] { feeling }، دور از جایی که فهرست می‌رود
       *[far-way] { feeling }، دور از راه آنجا
    }
track-wish = مثل { $name }، همان‌طور که خواستید
track-occasion = مناسب { $occasions }
track-new = چیزی تازه

track-like-song = مثل آهنگ شما: { $parts }
track-common = { $kind ->
        [artist] از { $value }
        [genre] { $value }
        [era] از دههٔ { $value }
        [language] به زبان { $value }
        [unnamed_language] به همان زبان
       *[sound] با صدایی شبیه
    }
track-learned = { $kind ->
        [artist] از این هنرمند خوشتان می‌آید
        [genre] از { $value } خوشتان می‌آید
        [genre_family] از { $value } خوشتان می‌آید
        [decade] از آهنگ‌های دههٔ { $value } خوشتان می‌آید
        [language] از آهنگ‌های زبان { $value } خوشتان می‌آید
        [crowd] کسانی که با شما هم‌سلیقه‌اند دوستش دارند
       *[likeness] خیلی شبیه آنچه به آن 👍 دادید
    }

# What a person can set for good: names of settings and of what can be chosen for them.

settings-title = تنظیمات شما
settings-name = { $setting ->
        [language] زبان من
        [song_languages] زبان آهنگ‌ها
        [occasion] فهرست‌ها برای
        [help_line] نشانی کمک در روزهای سخت
       *[artists] هیچ آهنگی از
    }
settings-default = { $setting ->
        [language] زبان برنامهٔ شما
        [song_languages] هر زبانی
        [occasion] هر مناسبتی
        [artists] کسی کنار گذاشته نشده
       *[help_line] روشن
    }
settings-default-button = { $setting ->
        [language] مثل برنامه
        [song_languages] هر زبانی
       *[occasion] هر مناسبتی
    }
settings-on = روشن
settings-off = خاموش
settings-line = { $name }: { $chosen }
settings-saved = ذخیره شد. فهرست بعدی‌تان بر همین اساس خواهد بود.

occasion-name = { $occasion ->
        [focus] تمرکز
        [workout] ورزش
        [sleep] خوابیدن
        [party] مهمانی
        [commute] راه سر کار
        [morning] صبح
        [evening] عصر
       *[night] شب
    }

settings-language-unknown = زبانی به نام { $language } نمی‌شناسم. لطفاً یکی را از فهرست انتخاب کنید.
settings-without = یادم ماند: از این به بعد هیچ آهنگی از { $artist } نمی‌آید.
settings-again = { $artist } ممکن است دوباره بیاید.
settings-not-without = { $artist } را کنار نگذاشته بودید.

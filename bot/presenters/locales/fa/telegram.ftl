# What only people on Telegram read.

telegram-description =
    یک سلفی یا ویدیوی گرد کوتاه بفرستید، با آهنگی که دوستش دارید. من با پنج آهنگ برای حال‌وهوایتان جواب می‌دهم و می‌گویم چرا. دوربین دم دست نیست؟ { "\u200E" }/mood بدون آن هم کار می‌کند.

    یک نرم‌افزار احساس را از روی چهره‌تان تخمین می‌زند و ممکن است اشتباه کند. پیش از اولین چهره اجازه می‌گیرم، و هیچ عکسی نگه نمی‌دارم.

telegram-short-description = یک سلفی و یک آهنگ بدهید، پنج آهنگ برای حال‌وهوایتان بگیرید، با دلیلش.

## Commands

telegram-mood-unknown = این کلمه را برای حال‌وهوا نمی‌شناسم. نزدیک‌ترین گزینه را بزنید.
telegram-private-only = این فقط برای چشم خودتان است، پس لطفاً در خصوصی بپرسید.
telegram-private-button = در خصوصی بنویسید
telegram-preparing = یک لحظه …
telegram-settings-back = → بازگشت

## Groups

telegram-hello = سلام، من moodmix هستم: یک سلفی و یک آهنگ می‌گیرم و پنج آهنگ برای حال‌وهوا می‌دهم، با دلیلش. اینجا فقط دستورها و پاسخ‌هایی را که به من داده می‌شود می‌خوانم. { "\u200E" }/moodmix را همراه با یک آهنگ بنویسید، یا سلفی‌ای بفرستید که زیرش { "\u200E" }/moodmix نوشته باشد؛ { "\u200E" }/mood بدون دوربین کار می‌کند. پیش از آنکه به چهره‌ای نگاه کنم، از تک‌تک شما اجازه می‌گیرم.

## Sharing a list in any chat

telegram-share-title = فهرست { $day } شما
telegram-share-title-mood = فهرست { $day } شما، همراه با حال‌وهوایتان
telegram-shared = { $seed ->
        [song] پنج آهنگ برای { $song }، ساخته‌شده با moodmix
       *[none] پنج آهنگ برای یک حال‌وهوا، ساخته‌شده با moodmix
    }
telegram-shared-mood = برای حال‌وهوای { $mood }. { list-aim }.
telegram-share-button = ساختن فهرست تازه با moodmix

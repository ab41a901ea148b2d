# What only Discord has: its menus, sharing in servers, and what servers may forbid. Discord's app
# has no Persian, so what it calls things stays English.

## Menus and options of commands

user-command = میکس حال‌وهوا از عکس پروفایلم

discord-language-option = از این به بعد فقط آهنگ‌های این زبان
discord-occasion-option = از این به بعد فهرست‌هایتان برای چه مناسبتی باشد
discord-feeling-option = حالتان چطور است
discord-mood-song-option = اگر دوست داشتید، آهنگی که دوستش دارید: هنرمند - آهنگ، یا یک لینک
discord-weeks-option = چند هفتهٔ گذشته؛ اگر نگویید ۱۲ هفته
discord-speak-option = زبانی که با شما حرف می‌زنم
discord-song-language-option = زبانی برای آهنگ‌هایتان؛ بار دوم برداشته می‌شود
discord-occasions-option = فهرست‌هایتان برای چه مناسبتی باشد
discord-help-line-option = آیا بعد از روزهای سخت پیامی بیاید که می‌گوید کجا می‌شود کمک پیدا کرد
discord-without-option = هنرمندی که نمی‌خواهید چیزی از او بشنوید
discord-again-option = هنرمندی که کنار گذاشته بودید و دوباره می‌تواند بیاید

## Answers

discord-mood-menu = حال‌وهوایتان را انتخاب کنید
discord-share-button = 📣 هم‌رسانی …
discord-share-question = فهرستتان را اینجا برای همه بگذارم؟ حال‌وهوایتان پیش خودتان می‌ماند، مگر اینکه تصویری را که در آن است هم بگذارید.
discord-share-list-button = فقط آهنگ‌ها
discord-share-mood-button = آهنگ‌ها و حال‌وهوایم
discord-share-done = انجام شد، اینجا همه می‌توانند ببینند. 👍 و 👎 هر کس برای خودش حساب می‌شود.
discord-share-hidden = این سرور حرف‌های مرا فقط به شما نشان می‌دهد، پس کس دیگری نمی‌تواند ببیند.
discord-shared = { $person } فهرستی از آهنگ‌ها را به اشتراک گذاشته است.
discord-shared-mood = { $person } حال‌وهوایی را با فهرستی از آهنگ‌ها برایش به اشتراک گذاشته است.

## The picture somebody has on Discord

discord-avatar-none = هنوز عکسی از خودتان در Discord ندارید. به جایش یک سلفی بفرستید، یا با { "\u200E" }/mood بگویید حالتان چطور است.
discord-avatar-others = من فقط به عکس خودتان نگاه می‌کنم، چون هر چهره‌ای مال صاحبش است. او هم می‌تواند همین کار را با عکس خودش بکند، یا { "\u200E" }/moodmix را بفرستد.

## In servers

discord-help-server = اینجا به دستورها و به پیام‌هایی که نامم در آن‌ها آمده جواب می‌دهم. با «Apps ▸ Mood mix» روی یک پیام، عکس داخلش را برمی‌دارم. جواب دستورها را فقط شما می‌بینید، تا وقتی «هم‌رسانی» را بزنید.
discord-help-server-name = اینجا به دستورها و به پیام‌هایی که نامم در آن‌ها آمده یا با «moodmix» شروع می‌شوند جواب می‌دهم. با «Apps ▸ Mood mix» روی یک پیام، عکس داخلش را برمی‌دارم. جواب دستورها را فقط شما می‌بینید، تا وقتی «هم‌رسانی» را بزنید.
discord-cannot-write = اجازه ندارم در { $place } بنویسم، پس آنچه می‌خواستم بگویم اینجاست.
discord-no-files = (در این کانال اجازه ندارم عکس یا فایل پیوست کنم. در پیام خصوصی می‌توانم.)
discord-private-only = این فقط برای چشم خودتان است. لطفاً به جای پیام از دستور استفاده کنید: جوابش را طوری می‌دهم که کس دیگری نبیند.

# The chat page in a browser. Buttons are short: on a phone two or three of them share a line.

## The frame

page-description = یک سلفی و یک آهنگ بدهید، پنج آهنگ برای حال‌وهوایتان بگیرید، با دلیلش.
page-skip = رفتن به جای نوشتن پیام
page-conversation = گفت‌وگو
page-messages = پیام‌ها
page-speaker-moodmix = moodmix
page-speaker-you = شما
page-no-start = به moodmix دسترسی نیست. لطفاً ببینید هنوز در حال اجراست یا نه، و این صفحه را دوباره بارگذاری کنید.
page-no-script = صفحهٔ گفت‌وگو به JavaScript نیاز دارد. در ترمینال، «moodmix mix» همین کار را بدون آن می‌کند.
page-still-there = فهرست قبلی‌تان هنوز اینجاست.
page-in-words = توضیح نوشتاری
page-close = بستن
page-cancel = انصراف

## The menu

page-menu = فهرست گزینه‌ها
page-menu-help = راهنما
page-menu-history = حال‌وهواهای من
page-menu-week = هفتهٔ من
page-menu-settings = تنظیمات
page-menu-faces = چهره‌های خودم
page-menu-privacy = حریم خصوصی
page-menu-export = داده‌های من
page-menu-withdraw = رضایتم را پس می‌گیرم
page-menu-forget = فراموشم کن …

## Writing a message

page-your-message = پیام شما
page-attached = فایل‌های پیوست
page-song-label = آهنگ: هنرمند و نام آهنگ، یا یک لینک
page-song-placeholder = هنرمند - آهنگ، یا یک لینک
page-song-is-file = آهنگ همان فایل بالاست
page-send = فرستادن
page-mood-tool = حالم
page-photo-tool = عکس
page-camera-tool = دوربین
page-audio-tool = فایل آهنگ
page-drop = عکس، ویدیو یا آهنگ را اینجا رها کنید
page-remove = حذف
page-remove-file = حذف { $name }
page-hint-agreed = عکستان همین که خوانده شد دور ریخته می‌شود.
page-hint-not-agreed = برای نشان دادن چهره‌تان، بالا موافقت کنید. حال‌وهوا و آهنگ بدون آن هم کار می‌کنند.
page-picture-sent = عکسی که فرستادید

## A reply

page-new-tab = { $service }: { $title } (برگهٔ تازه)
page-like = { $title } را دوست دارم
page-not-for-me = { $title } به سلیقه‌ام نمی‌خورد
page-thumb-up = شست رو به بالا
page-thumb-down = شست رو به پایین
page-timeline-open = چهره‌تان چه مسیری رفت
page-mood-open = جایی در این میان …
page-mood-instead = به جایش حالم را می‌گویم

## Saying how one feels

page-plane-title = یا جایی در این میان
page-dark = تیره
page-bright = روشن
page-calm = آرام
page-energetic = پرانرژی
page-brightness = از تیره تا روشن
page-energy = از آرام تا پرانرژی
page-feel = حال‌وهوای شما:
page-mood-take = همین است
page-mood-told = حال‌وهوای من: { $mood }

page-mood-unknown = این کلمه را برای حال‌وهوا نمی‌شناسم. نزدیک‌ترین گزینه را انتخاب کنید.

## The camera

page-camera-title = دوربین
page-camera-view = آنچه دوربین می‌بیند
page-camera-close = توقف
page-camera-shoot = عکس بگیر
page-camera-ready = تا وقتی عکس نگیرید، تصویرتان همین‌جا می‌ماند.
page-camera-refused = نمی‌شود از دوربین استفاده کرد. لطفاً به جایش عکسی انتخاب کنید، یا حالتان را بگویید.
page-observe = نگاهم کن
page-observe-ready = عکس بگیرید، یا بگذارید ۱۵ ثانیه نگاهتان کنم وقتی به آهنگتان فکر می‌کنید.
page-observe-progress = زمانی که گذشته است
page-observe-bars = ثانیه‌های هر حال‌وهوا
page-observe-searching = دنبال چهره‌تان می‌گردم …
page-observe-seen = شما را می‌بینم.
page-observe-so-far = بعد از { NUMBER($seconds) } ثانیه، بیش از همه: { $mood }
page-observe-enough = کافی است
page-observed = نگاهم کردی.
page-seconds = { NUMBER($seconds) } ثانیه

## My own faces

page-faces-intro = نشانم بدهید در هر حال‌وهوا چه شکلی هستید تا moodmix بتواند چهرهٔ خودتان را یاد بگیرد: از هر کدام حدود ۱۰۰ عکس، بعضی با سر چرخیده یا نور دیگر.
page-faces-question = حالا چهره‌تان چطور است؟
page-faces-count = { NUMBER($count) } از { NUMBER($aim) }
page-faces-start = عکس بگیر
page-faces-stop = مکث
page-faces-drop = حذف آخری
page-faces-clear = حذف همه
page-faces-clear-question = واقعاً همه حذف شود؟
page-faces-cleared = همهٔ عکس‌ها حذف شد.
page-faces-dropped = { $mood }: آخرین عکس حذف شد.
page-faces-taken = { $mood }: { NUMBER($count) }
page-faces-enough = { $mood }: کافی است، ممنون. حال‌وهوای بعدی را انتخاب کنید.
page-faces-shipped = دوباره مثل قبل بخوان
page-faces-as-shipped = دوباره چهره‌تان را مثل چهرهٔ بقیه می‌خوانم.
page-faces-learned = moodmix چهرهٔ شما را یاد گرفت: از { NUMBER($held_out) } عکسی که قبلاً ندیده بود، حالا { NUMBER($after) } تا را درست می‌خواند؛ پیش از این { NUMBER($before) } تا بود.
page-faces-where = عکس‌های کوچک و خاکستری چهره‌تان فقط روی همین دستگاه هستند، در پوشهٔ «own-faces» از داده‌های moodmix. برای یاد گرفتن از آن‌ها، در ترمینال «moodmix train faces --finetune» را اجرا کنید. «فراموشم کن» آن‌ها را هم پاک می‌کند.

page-privacy-faces = فقط اینجا، برای کسی که این دستگاه مال اوست: آنچه در «چهره‌های خودم» می‌گیرید عکس‌های کوچک و خاکستری چهره‌تان است. آن‌ها فقط روی همین دستگاه می‌مانند، تا وقتی حذفشان کنید یا بخواهید فراموش شوید.

## Moods over time, and the copy of one's data

page-history = حال‌وهواهای شما در هفته‌های گذشته.
page-history-none = هنوز حال‌وهوایی از شما نمی‌دانم. چهره‌تان را نشانم بدهید یا بگویید حالتان چطور است تا کم‌کم جمع شوند.
page-week = هفتهٔ شما، از حال‌وهوا تا موسیقی.
page-export = این همهٔ چیزی است که دربارهٔ شما نگه می‌دارم.
page-export-text = همه‌چیز برای خواندن
page-download = ذخیرهٔ { $name }

## Settings

page-settings-song-languages-hint = اگر هیچ‌کدام نباشد، آهنگ‌ها به هر زبانی می‌آیند.
page-settings-add = افزودن
page-language-remove = دیگر فقط { $language } نباشد
page-settings-artists-none = کسی کنار گذاشته نشده است. بعد از شست رو به پایین، «هیچ آهنگی از …» را می‌بینید.
page-artist-again = { $artist } دوباره بیاید
page-settings-save = ذخیره

## What cannot be done

error-observation-over = دیگر نگاه نمی‌کنم.
error-observation-over-next = لطفاً دوربین را دوباره روشن کنید.

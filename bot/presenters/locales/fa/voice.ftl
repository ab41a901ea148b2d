# Playing a list aloud in a voice channel of Discord.

voice-play-button = 🔊 همین‌جا پخش کن

voice-button = { $control ->
        [pause] ⏸ مکث
        [resume] ▶ ادامه
        [skip] ⏭ بعدی
       *[stop] ⏹ توقف
    }

command-play = پخش آخرین فهرست شما در کانال صوتی‌ای که در آن هستید
command-stop = توقف پخش در کانال صوتی

voice-begun = شروع شد: فهرستتان را در { $room } پخش می‌کنم.
voice-stopped = متوقف شد.

voice-now = { $state ->
        [paused] ⏸ مکث در { $room }، آهنگ { NUMBER($position) } از { NUMBER($length) }: **{ $song }**
       *[playing] 🔊 در حال پخش در { $room }، آهنگ { NUMBER($position) } از { NUMBER($length) }: **{ $song }**
    }
voice-song = { $title } از { $artist }
voice-silent = جا افتاد، چون چیزی برای پخش پیدا نکردم: { $songs }.
voice-ended = { $ending ->
        [done] فهرست تمام شد. ممنون که در { $room } گوش دادید.
        [stopped] پخش در { $room } متوقف شد.
        [alone] کسی در { $room } نمانده بود، پس متوقفش کردم.
        [lost] مرا از { $room } بیرون بردند، پس موسیقی قطع شد. برای شنیدن دوباره، زیر فهرست «همین‌جا پخش کن» را بزنید.
        [closing] باید چند لحظه بروم، پس موسیقی در { $room } قطع شد. وقتی برگشتم، زیر فهرست «همین‌جا پخش کن» را بزنید.
       *[broken] مشکلی از طرف من پیش آمد، پس موسیقی در { $room } قطع شد. برای امتحان دوباره، زیر فهرست «همین‌جا پخش کن» را بزنید.
    }

## What cannot be done

error-list-gone = آن فهرست دیگر پیش من نیست.
error-list-gone-next = لطفاً فهرست تازه‌ای بخواهید.

error-no-list-yet = هنوز فهرستی ندارید.
error-no-list-yet-next = با { "\u200E" }/moodmix یکی بخواهید و بعد پخشش کنید.

error-voice-off = پخش در کانال‌های صوتی اینجا خاموش است.
error-voice-off-next = لینک‌های زیر هر آهنگ همچنان شما را به آن می‌رسانند.

error-voice-not-there = من عضو این سرور نیستم، پس نمی‌توانم به کانال‌های صوتی‌اش بیایم.
error-voice-not-there-next = کسی که سرور را اداره می‌کند می‌تواند مرا به آن اضافه کند.

error-voice-not-joined = شما در کانال صوتی نیستید.
error-voice-not-joined-next = لطفاً به یکی وارد شوید و دوباره امتحان کنید.

error-voice-on-stage = نمی‌توانم روی استیج پخش کنم.
error-voice-on-stage-next = لطفاً به یک کانال صوتی وارد شوید و دوباره بزنید.

# Discord's app has no Persian, so its permissions keep their English names.
error-voice-forbidden = { $permission ->
        [view_channel] اجازه ندارم { $room } را ببینم.
        [connect] اجازه ندارم وارد { $room } شوم.
       *[speak] اجازه ندارم در { $room } صدا پخش کنم.
    }
error-voice-forbidden-next = { $permission ->
        [view_channel] لطفاً از کسی که سرور را اداره می‌کند بخواهید آنجا به من مجوز «View Channel» بدهد.
        [connect] لطفاً از کسی که سرور را اداره می‌کند بخواهید آنجا به من مجوز «Connect» بدهد.
       *[speak] لطفاً از کسی که سرور را اداره می‌کند بخواهید آنجا به من مجوز «Speak» بدهد.
    }

error-voice-room-full = { $room } پر است.
error-voice-room-full-next = لطفاً وقتی جا باز شد دوباره امتحان کنید، یا به کانال دیگری بروید.

error-voice-taken = همین حالا دارم در { $room } فهرستی پخش می‌کنم.
error-voice-taken-next = لطفاً همان‌جا به جمع بپیوندید، یا اول آنجا «توقف» را بزنید.

error-voice-unreachable = نتوانستم به { $room } وصل شوم.
error-voice-unreachable-next = لطفاً کمی بعد دوباره امتحان کنید؛ اگر باز هم نشد، شاید انتخاب منطقهٔ دیگری در تنظیمات کانال کمک کند.

error-voice-nothing-to-hear = برای هیچ‌کدام از آهنگ‌های آن فهرست چیزی برای پخش پیدا نکردم.
error-voice-nothing-to-hear-next = لینک‌های زیر هر آهنگ شما را به آن می‌رسانند؛ یا فهرست دیگری بخواهید.

error-voice-not-playing = در این سرور چیزی پخش نمی‌شود.
error-voice-not-playing-next = برای شروع، زیر یک فهرست «همین‌جا پخش کن» را بزنید.

error-voice-listeners-only = این کار فقط از کسانی برمی‌آید که در { $room } گوش می‌دهند.
error-voice-listeners-only-next = لطفاً اول وارد آن شوید.

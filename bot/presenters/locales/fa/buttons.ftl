# Buttons, as short as they can be, and the questions that groups of them answer.

consent-button = ۱۶ سال یا بیشتر دارم و موافقم
owner-agrees-button = مال خودم است، یا صاحبش موافق است
forget-button = همه‌چیز را پاک کن
keep-button = نگهش دار

play-button = ▶ پخش { NUMBER($position) }

intent-button = { $intent ->
        [modulate] در همین حال بمانیم
        [enhance] حالم را بهتر کن
       *[soothe] آرامم کن
    }
everyone-button = حال‌وهوای همه

wish-button = { $wish ->
        [more_like] ✨ بیشتر مثل این
        [not_artist] 🚫 هیچ آهنگی از { $artist }
       *[anything] ↺ خواسته‌هایم را کنار بگذار
    }

## What a group of buttons is about, for people who do not see where they stand

mood-question = حال‌وهوایتان چطور است؟
whose-question = حال‌وهوای چه کسی مهم است؟
intent-question = فهرست چه کار کند؟
song-question = کدام آهنگ است؟

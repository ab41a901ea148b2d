# What went wrong in a conversation.
# Each error says what happened, and under the same name with -next what to do about it.

error-media-empty = آن فایل خالی است.
error-media-empty-next = لطفاً دوباره بفرستیدش.

error-media-too-large = آن فایل از { NUMBER($limit_mb) } مگابایت بزرگ‌تر است.
error-media-too-large-next = لطفاً فایل کوچک‌تری بفرستید.

error-media-too-many-pixels = آن عکس بیش از { NUMBER($limit_megapixels) } مگاپیکسل دارد.
error-media-too-many-pixels-next = لطفاً کوچک‌ترش کنید و بفرستید.

error-media-too-long = آن فایل از { NUMBER($limit_s) } ثانیه طولانی‌تر است.
error-media-too-long-next = لطفاً کوتاه‌ترش را بفرستید.

error-media-corrupt = آن فایل خراب است و باز نمی‌شود.
error-media-corrupt-next = لطفاً فایل دیگری بفرستید.

error-media-truncated = آن فایل پیش از پایانش قطع می‌شود، مثل دانلودی که نیمه‌کاره مانده.
error-media-truncated-next = لطفاً دوباره بفرستیدش.

error-media-mislabelled = { $claimed ->
        [image] نام آن فایل نام یک عکس است، ولی چیز دیگری در آن است.
        [video] نام آن فایل نام یک ویدیو است، ولی چیز دیگری در آن است.
       *[audio] نام آن فایل نام یک آهنگ است، ولی چیز دیگری در آن است.
    }
error-media-mislabelled-next = لطفاً عکس، ویدیو یا آهنگ واقعی بفرستید.

error-media-unsupported = نمی‌توانم این نوع فایل را باز کنم.
error-media-unsupported-next = من عکس‌های JPEG،{ "\u200F" } PNG،{ "\u200F" } WebP،{ "\u200F" } HEIC و GIF، ویدیوهای MP4،{ "\u200F" } MOV و WebM، و آهنگ‌های MP3،{ "\u200F" } M4A،{ "\u200F" } OGG،{ "\u200F" } FLAC و WAV را می‌فهمم.

error-media-encrypted = آن فایل قفل کپی دارد و نمی‌توانم به آن گوش بدهم.
error-media-encrypted-next = لطفاً فایلی بدون قفل بفرستید، لینکی بچسبانید، یا بنویسید «هنرمند - آهنگ».

error-media-too-dark = آنجا برای دیدن چهره زیادی تاریک است.
error-media-too-dark-next = لطفاً با نور بیشتری دوباره امتحان کنید.

error-media-not-a-face-picture = آن یک فایل صوتی است، و من باید چهره‌ای ببینم.
error-media-not-a-face-picture-next = لطفاً یک عکس یا ویدیوی کوتاه بفرستید.

error-media-not-fetched = نتوانستم آن فایل را بگیرم؛ شاید پاک شده باشد.
error-media-not-fetched-next = لطفاً دوباره بفرستیدش.

error-audio-too-short = آن صدا کوتاه‌تر از آن است که بشود گفت چه حال‌وهوایی دارد.
error-audio-too-short-next = لطفاً دست‌کم { NUMBER($minimum_s) } ثانیه بفرستید.

error-audio-silent = آنجا چیزی جز سکوت نمی‌شنوم.
error-audio-silent-next = لطفاً صدای دیگری بفرستید.

error-audio-speech-only = آنجا فقط صدای حرف زدن می‌شنوم، نه موسیقی.
error-audio-speech-only-next = لطفاً صدای یک آهنگ را بفرستید، یا بنویسید «هنرمند - آهنگ».

error-listening-broke = وقتی به آن فایل گوش می‌دادم چیزی خراب شد، پس کنارش گذاشتم.
error-listening-broke-next = شاید فایل خراب باشد: لطفاً در برنامهٔ دیگری تا آخر پخشش کنید، یا دوباره ذخیره‌اش کنید.

error-listening-too-slow = { NUMBER($limit_s) } ثانیه به آن فایل گوش دادم و به پایان نرسید، پس کنارش گذاشتم.
error-listening-too-slow-next = شاید فایل خراب باشد: لطفاً دوباره ذخیره‌اش کنید.

error-no-face = آنجا چهره‌ای پیدا نمی‌کنم.
error-no-face-next = لطفاً عکسی بفرستید که چهره‌تان در آن کامل پیدا باشد، رو به دوربین و در نور خوب.

error-several-faces = آنجا بیش از یک چهره می‌بینم.
error-several-faces-next = لطفاً در عکس تنها باشید تا چهرهٔ کس دیگری را نگه ندارم.

error-face-as-before = آن عکس درست مثل عکس قبلی است، پس نگهش نداشتم.
error-face-as-before-next = لطفاً سرتان را کمی تکان بدهید، یا نور را عوض کنید.

error-faces-enough = از آن حال‌وهوا همین حالا { NUMBER($limit) } عکس هست که کاملاً کافی است.
error-faces-enough-next = لطفاً با حال‌وهوای دیگری ادامه دهید.

error-song-empty = این روزها کدام آهنگ را دوست دارید؟
error-song-empty-next = بنویسید «هنرمند - آهنگ»، لینکش را بچسبانید یا فایل صوتی‌اش را بفرستید.

error-song-too-long = این برای نام یک آهنگ زیادی طولانی است.
error-song-too-long-next = لطفاً بنویسید «هنرمند - آهنگ» یا لینکش را بچسبانید.

error-song-not-found = آهنگ «{ $text }» را نمی‌شناسم.
error-song-not-found-next = لطفاً املایش را نگاه کنید، بنویسید «هنرمند - آهنگ»، لینکش را بچسبانید، یا خود فایل صوتی را بفرستید.

error-song-no-emotion = «{ $title }» را پیدا کردم، ولی هیچ‌کدام از منابعم نمی‌دانند چه حال‌وهوایی دارد.
error-song-no-emotion-next = لطفاً خود فایل صوتی را بفرستید، یا آهنگ دیگری انتخاب کنید.

error-link-not-resolved = نتوانستم آن لینک { $service } را پیدا کنم: هیچ سرویس موسیقی‌ای آن را نشناخت یا جواب نداد.
error-link-not-resolved-next = لطفاً به جایش بنویسید «هنرمند - آهنگ»، یا یک دقیقهٔ دیگر دوباره امتحان کنید.

error-link-is-album = آن لینک { $service } به یک آلبوم می‌رسد، نه به یک آهنگ.
error-link-is-album-next = لطفاً بازش کنید، آهنگی را که دوست دارید انتخاب کنید و لینک همان را بچسبانید، یا بنویسید «هنرمند - آهنگ».

error-link-is-playlist = آن لینک { $service } به یک پلی‌لیست می‌رسد، نه به یک آهنگ.
error-link-is-playlist-next = لطفاً لینک یکی از آهنگ‌هایش را بچسبانید، یا بنویسید «هنرمند - آهنگ».

error-link-is-artist = آن لینک { $service } به یک هنرمند می‌رسد، نه به یک آهنگ.
error-link-is-artist-next = لطفاً لینک یکی از آهنگ‌هایش را بچسبانید، یا بنویسید «هنرمند - آهنگ».

error-link-is-talk = آن لینک { $service } به پادکست یا کتاب صوتی می‌رسد، و من فقط موسیقی بلدم.
error-link-is-talk-next = لطفاً لینک یک آهنگ را بچسبانید، یا بنویسید «هنرمند - آهنگ».

error-link-not-a-track = آن لینک { $service } به آهنگی نمی‌رسد.
error-link-not-a-track-next = لطفاً لینک یک آهنگ تکی را بچسبانید یا بنویسید «هنرمند - آهنگ».

error-link-unsupported = نمی‌توانم لینک‌های { $host } را بخوانم.
error-link-unsupported-next = من Spotify،{ "\u200F" } YouTube،{ "\u200F" } Apple Music،{ "\u200F" } Deezer،{ "\u200F" } Tidal،{ "\u200F" } SoundCloud و Amazon Music را می‌فهمم، یا خیلی ساده «هنرمند - آهنگ».

error-consent-needed = پیش از آنکه به چهره‌ای نگاه کنم، رضایت شما لازم است.
error-consent-needed-next = لطفاً اول متن رضایت را بخوانید و موافقت کنید، یا فقط بگویید حالتان چطور است.

error-nothing-to-rate = آن پیشنهاد دیگر یادم نیست.
error-nothing-to-rate-next = لطفاً میکس تازه‌ای بخواهید و به همان امتیاز بدهید.

error-nothing-to-change = هنوز جوابی نیست که عوضش کنم.
error-nothing-to-change-next = لطفاً اول یک سلفی بفرستید، یا بگویید حالتان چطور است، و یک آهنگ.

error-nothing-in-doubt = دیگر یادم نیست دربارهٔ کدام آهنگ‌ها پرسیده بودم.
error-nothing-in-doubt-next = لطفاً آهنگ را دوباره بفرستید.

error-one-face-only = در عکس آخرتان فقط یک چهره دیدم.
error-one-face-only-next = لطفاً اول عکسی بفرستید که همه در آن باشند.

error-busy = افراد زیادی همزمان درخواست فرستاده‌اند.
error-busy-next = لطفاً یک دقیقهٔ دیگر دوباره امتحان کنید.

error-timed-out = زیادی طول کشید، پس دست نگه داشتم.
error-timed-out-next = لطفاً یک دقیقهٔ دیگر دوباره امتحان کنید.

error-page-outdated = از وقتی این صفحه باز شده، moodmix دوباره راه‌اندازی شده است.
error-page-outdated-next = لطفاً صفحه را دوباره بارگذاری کنید.

error-request-refused = آن درخواست از صفحهٔ دیگری می‌آید، پس انجامش ندادم.
error-request-refused-next = لطفاً moodmix را در همان نشانی‌ای باز کنید که هنگام شروع نشان داد.

error-request-invalid = از آن درخواست سر درنیاوردم.
error-request-invalid-next = لطفاً صفحه را دوباره بارگذاری کنید و باز امتحان کنید.

error-request-unknown = در این نشانی چیزی نیست.
error-request-unknown-next = لطفاً به صفحهٔ گفت‌وگو برگردید.

error-song-file-gone = فایل آن آهنگ دیگر پیش من نیست؛ شاید جابه‌جا یا پاک شده باشد.
error-song-file-gone-next = اگر پوشه دوباره اسکن شود، کتابخانه به‌روز می‌شود.

error-song-file-unreadable = نمی‌توانم فایل آن آهنگ را بخوانم: { $reason }.
error-song-file-unreadable-next = لطفاً بعداً دوباره امتحان کنید، یا آهنگ دیگری انتخاب کنید.

error-song-file-too-large = فایل آن آهنگ از { NUMBER($limit_mb) } مگابایت بزرگ‌تر است و اینجا بیشتر از این نمی‌توانم بفرستم.
error-song-file-too-large-next = لطفاً آهنگ دیگری انتخاب کنید.

error-song-file-refused = این گفت‌وگو فایل آن آهنگ را قبول نکرد.
error-song-file-refused-next = لطفاً آهنگ دیگری انتخاب کنید، یا در گفت‌وگوی خصوصی از من میکس بخواهید.

error-library-not-shared = آن آهنگ از کتابخانهٔ شخصی کسی است که آهنگ‌هایش دیگر اینجا پخش نمی‌شود.
error-library-not-shared-next = لطفاً میکس تازه‌ای بخواهید.

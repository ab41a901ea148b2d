# Songs: their names, how they feel and what was heard in them.

song-by = «{ $title }» از { $artist }
song-alone = «{ $title }»

song-feels = { $song } حال‌وهوایی { feeling } دارد (به گفتهٔ { $sources }).
song-source = { $source ->
        [catalogue] کاتالوگ moodmix
        [library] کتابخانهٔ شما
        [music_network] شبکهٔ موسیقی moodmix
        [upload] فایل صوتی شما
       *[service] { $name }
    }
song-disagreement = { $one } و { $other } هم‌نظر نیستند: یکی آن را { $first } می‌شنود و دیگری { $second }، پس من میان این دو را می‌گیرم.

song-sounds = { $known ->
        [both] آهنگی { $words } است (حدود { NUMBER($bpm) } ضرب در دقیقه، { song-key }).
        [tempo] آهنگی { $words } است (حدود { NUMBER($bpm) } ضرب در دقیقه).
        [key] آهنگی { $words } است ({ song-key }).
       *[nothing] آهنگی { $words } است.
    }
song-sound = { $sound ->
        [slow] آهسته
        [fast] تند
        [major] ماژور
        [minor] مینور
        [soft] ملایم
        [loud] پرصدا
        [mellow] نرم
       *[crisp] شفاف
    }
song-tempo = تمپویش حدود { NUMBER($bpm) } ضرب در دقیقه است.
song-key = { $mode ->
        [major] { song-tonic } ماژور
       *[minor] { song-tonic } مینور
    }
song-tonic = { $tonic ->
        [C-sharp] دو دیز
        [D] رِ
        [E-flat] می بمل
        [E] می
        [F] فا
        [F-sharp] فا دیز
        [G] سل
        [A-flat] لا بمل
        [A] لا
        [B-flat] سی بمل
        [B] سی
       *[C] دو
    }

song-turn = { $change ->
        [brighter] با حال‌وهوایی { feeling } شروع می‌شود و از حدود { $time } روشن‌تر می‌شود.
        [darker] با حال‌وهوایی { feeling } شروع می‌شود و از حدود { $time } تیره‌تر می‌شود.
        [energetic] با حال‌وهوایی { feeling } شروع می‌شود و از حدود { $time } پرانرژی‌تر می‌شود.
        [calmer] با حال‌وهوایی { feeling } شروع می‌شود و از حدود { $time } آرام‌تر می‌شود.
        [brighter-energetic] با حال‌وهوایی { feeling } شروع می‌شود و از حدود { $time } روشن‌تر و پرانرژی‌تر می‌شود.
        [brighter-calmer] با حال‌وهوایی { feeling } شروع می‌شود و از حدود { $time } روشن‌تر و آرام‌تر می‌شود.
        [darker-energetic] با حال‌وهوایی { feeling } شروع می‌شود و از حدود { $time } تیره‌تر و پرانرژی‌تر می‌شود.
       *[darker-calmer] با حال‌وهوایی { feeling } شروع می‌شود و از حدود { $time } تیره‌تر و آرام‌تر می‌شود.
    }

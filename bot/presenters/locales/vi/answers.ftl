# Câu trả lời: vì sao chọn danh sách này, và vì sao chọn bài này. Bot xưng "mình", gọi người dùng là "bạn".

## Danh sách

list-follows-all = Danh sách này dựa trên tất cả những gì mình thấy.

list-intent = { list-aim }: { list-cause }.
list-intent-unsure = { list-aim }, nếu mình đoán đúng: { list-cause }.
list-aim = { $intent ->
        [modulate] Giữ nguyên tâm trạng này
        [enhance] Nâng tâm trạng lên
       *[soothe] Xoa dịu tâm trạng
    }
list-cause = { $cause ->
        [alike] tâm trạng của bạn và bài hát khá hợp nhau, nên danh sách cứ ở đó
        [brighter] bài hát tươi sáng hơn tâm trạng của bạn, nên danh sách đưa bạn tới đó từng bước một
        [more_energetic] bài hát sôi động hơn tâm trạng của bạn, nên danh sách đưa bạn tới đó từng bước một
        [brighter_and_more_energetic] bài hát tươi sáng và sôi động hơn tâm trạng của bạn, nên danh sách đưa bạn tới đó từng bước một
        [darker_or_calmer] bài hát trầm hoặc êm hơn tâm trạng của bạn, nên danh sách ở lại với bạn
        [calmer] tâm trạng đang căng mà bài hát lại êm dịu, nên danh sách đưa bạn tới đó từng bước một
        [tense_mood] tâm trạng đang căng, nên danh sách dịu dần từng bước một
        [dark_mood] tâm trạng đang u ám, nên danh sách sáng dần từng bước một
        [mood_alone] không có bài hát nào dẫn đi nơi khác, nên danh sách ở lại với bạn
       *[chosen] bạn đã chọn như vậy
    }
list-doubt = { $intent ->
        [modulate] Nếu bạn thấy { $moods }, mình nghiêng về việc giữ nguyên tâm trạng đó.
        [enhance] Nếu bạn thấy { $moods }, mình nghiêng về việc nâng tâm trạng lên.
       *[soothe] Nếu bạn thấy { $moods }, mình nghiêng về việc làm mọi thứ dịu lại.
    }
list-baseline = Theo cách đối chứng: những bài có cảm xúc giống khuôn mặt bạn nhất, dù mục đích là gì.

list-occasion = Làm riêng { $occasions }.
occasion = { $occasion ->
        [focus] để tập trung
        [workout] để tập thể thao
        [sleep] để dễ ngủ
        [party] cho bữa tiệc
        [commute] cho đường đi làm
        [morning] cho buổi sáng
        [evening] cho buổi tối
       *[night] cho đêm khuya
    }
list-languages = Chỉ chọn nhạc { $languages }.
list-without = Không có bài nào của { $artists }.

list-decided = Điều mình dựa vào: { $parts }.
list-weight = { $kind ->
        [mood] tâm trạng { $share }
        [artist] nghệ sĩ { $share }
        [genre] thể loại { $share }
        [era] thời kỳ { $share }
        [language] ngôn ngữ { $share }
        [sound] chất âm { $share }
        [wish] yêu cầu của bạn { $share }
        [context] dịp nghe { $share }
        [learned] 👍 và 👎 của bạn { $share }
       *[novelty] sự mới lạ { $share }
    }

list-too-short = Mình không biết thêm bài nào hợp nữa.
list-empty = Mình không biết bài nào hợp với tất cả những điều đó. Bạn bớt yêu cầu một chút nhé.

## Một bài

track-mood = { $near ->
        [right-end] { feeling }, đúng nơi danh sách hướng tới
        [right-way] { feeling }, ngay trên đường tới đó
        [close-end] { feeling }, gần nơi danh sách hướng tới
        [close-way] { feeling }, gần con đường tới đó
        [off-end] { feeling }, hơi lệch nơi danh sách hướng tới
        [off-way] { feeling }, hơi lệch con đường tới đó
        [far-end] { feeling }, còn xa nơi danh sách hướng tới
       *[far-way] { feeling }, lệch xa con đường tới đó
    }
track-wish = giống { $name }, như bạn muốn
track-occasion = hợp { $occasions }
track-new = một chút mới lạ

track-like-song = giống bài của bạn: { $parts }
track-common = { $kind ->
        [artist] cùng nghệ sĩ { $value }
        [genre] thể loại { $value }
        [era] nhạc thập niên { $value }
        [language] lời { $value }
        [unnamed_language] cùng ngôn ngữ
       *[sound] cùng chất âm
    }
track-learned = { $kind ->
        [artist] bạn thích nghệ sĩ này
        [genre] bạn thích { $value }
        [genre_family] bạn thích { $value }
        [decade] bạn thích nhạc thập niên { $value }
        [language] bạn thích nhạc { $value }
        [crowd] những người hợp gu với bạn thích bài này
       *[likeness] rất giống những bài bạn đã 👍
    }

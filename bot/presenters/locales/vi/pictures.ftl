# Chữ trong hình vẽ, nơi ít chỗ, và lời mô tả hình cho người không nhìn thấy.

in-seconds = { $seconds } giây

## Tấm thẻ của một mix

card-headline = { $intent ->
        [modulate] { $mood }, giữ nguyên vậy
        [enhance] { $mood }, đi lên từ đây
       *[soothe] { $mood }, dịu dần lại
    }
card-mood = { emotion-name } { $sure }
card-mood-unsure = Có lẽ { emotion-look }
card-mood-everyone = Cả nhóm { emotion-look-all }

plane-edge = { $edge ->
        [top] sôi động
        [bottom] êm dịu
        [left] u tối
       *[right] tươi sáng
    }
plane-you = bạn
plane-song = bài hát
card-see-message = (xem trong tin nhắn)

card-alt = { $intent ->
        [modulate] { card-alt-places } Các bài: { $tracks }.
       *[other] { card-alt-places } Các bài, từng bước từ tâm trạng của bạn: { $tracks }.
    }
card-alt-places = { $seed ->
        [song] Một mặt phẳng từ u tối đến tươi sáng và từ êm dịu đến sôi động. Tâm trạng của bạn: { $face }. Bài hát của bạn: { $song }.
       *[none] Một mặt phẳng từ u tối đến tươi sáng và từ êm dịu đến sôi động. Tâm trạng của bạn: { $face }.
    }
card-alt-track = { $position } { feeling }

## Diễn biến tâm trạng trong một video

timeline-headline = { emotion-name } { $share } thời gian
timeline-mood = { emotion-name } { $time }
timeline-alt = Nét mặt bạn trong { $time }: { $parts }. Nhiều nhất là { emotion-look }, { $share } thời gian.
timeline-alt-mood = { emotion-look } trong { $time }

# Một lượt đi tiếp thế nào sau danh sách: giờ người đó thấy sao, điều gì đã chuyển, và lời kết.

how-now = Giờ bạn thấy thế nào? Bấm một tâm trạng hoặc gửi mình selfie mới, mình sẽ đi tiếp từ đó. Trước khi nghe danh sách, bạn thấy { $before }.

moved-from-to = Tâm trạng của bạn đã chuyển từ { $before } sang { $now }.
moved-not = Tâm trạng của bạn vẫn gần như cũ: { $now }.

moved-how =
    { $valence ->
        [brighter]
            { $arousal ->
                [livelier] Vậy là tươi vui và nhiều năng lượng hơn trước khi nghe danh sách.
                [calmer] Vậy là tươi vui và thư thái hơn trước khi nghe danh sách.
               *[same] Vậy là tươi vui hơn trước khi nghe danh sách.
            }
        [darker]
            { $arousal ->
                [livelier] Vậy là u ám và bồn chồn hơn trước khi nghe danh sách.
                [calmer] Vậy là u ám và trầm lắng hơn trước khi nghe danh sách.
               *[same] Vậy là u ám hơn trước khi nghe danh sách.
            }
       *[same]
            { $arousal ->
                [livelier] Vậy là nhiều năng lượng hơn trước khi nghe danh sách.
               *[calmer] Vậy là dịu hơn trước khi nghe danh sách.
            }
    }

moved-since-start = Lúc mới bắt đầu, bạn thấy { $began }.

farewell = Thế nhé. Khi nào thích, mình vẫn ở đây: một tấm selfie hoặc /mood, và ta bắt đầu lại.

put-away = Những gì mình bắt đầu với nhau đã nằm đó hơn một ngày, nên mình đã cất đi. Giờ ta bắt đầu lại từ đầu nhé.

help-line = Theo những gì mình thấy, mấy ngày qua có vẻ nặng nề với bạn, và mình có thể sai. Nếu nói ra giúp bạn nhẹ lòng hơn: ở findahelpline.com, bạn sẽ tìm được người lắng nghe, miễn phí và kín đáo, ở hầu hết các nước. Nếu bạn đang gặp nguy hiểm, xin hãy gọi số khẩn cấp nơi bạn ở. (/settings sẽ tắt lời nhắn này.)

help-off-button = Đừng hiện lời này nữa
help-off = Lời nhắn đó sẽ không xuất hiện nữa. /settings sẽ bật lại.

correct-button = Không phải vậy
other-mood-button = Mình thấy khác cơ
last-song-button = Vẫn bài lúc trước
no-song-button = Không bài hát, chỉ tâm trạng
onward-button = { $onward ->
        [check_in] Giờ bạn thấy thế nào?
       *[finish] Mình ổn rồi, cảm ơn
    }

correct-question = Vậy là tâm trạng nào?
song-ways-question = Hoặc đi tiếp mà không cần bài mới
onward-question = Rồi sao nữa?

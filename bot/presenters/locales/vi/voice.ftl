# Phát danh sách trong kênh thoại của Discord.

voice-play-button = 🔊 Phát ở đây

voice-button = { $control ->
        [pause] ⏸ Tạm dừng
        [resume] ▶ Phát tiếp
        [skip] ⏭ Bỏ qua
       *[stop] ⏹ Dừng
    }

command-play = Phát danh sách gần nhất của bạn trong kênh thoại bạn đang ở
command-stop = Dừng phát trong kênh thoại

voice-begun = Bắt đầu nào: mình đang phát danh sách của bạn trong { $room }.
voice-stopped = Đã dừng.

voice-now = { $state ->
        [paused] ⏸ Tạm dừng trong { $room }, bài { $position }/{ $length }: **{ $song }**
       *[playing] 🔊 Đang phát trong { $room }, bài { $position }/{ $length }: **{ $song }**
    }
voice-song = { $title } của { $artist }
voice-silent = Đã bỏ qua, vì mình không tìm được bản ghi để phát: { $songs }.
voice-ended = { $ending ->
        [done] Hết danh sách rồi. Cảm ơn các bạn đã nghe trong { $room }.
        [stopped] Đã dừng trong { $room }.
        [alone] Không còn ai trong { $room }, nên mình đã dừng.
        [lost] Mình bị đưa ra khỏi { $room }, nên nhạc đã dừng. Bấm “Phát ở đây” dưới danh sách để nghe lại nhé.
        [closing] Mình phải đi một lát, nên nhạc trong { $room } đã dừng. Bấm “Phát ở đây” dưới danh sách khi mình quay lại nhé.
       *[broken] Bên mình có trục trặc, nên nhạc trong { $room } đã dừng. Bấm “Phát ở đây” dưới danh sách để thử lại nhé.
    }

## Những gì không làm được

error-list-gone = Mình không còn giữ danh sách đó.
error-list-gone-next = Bạn yêu cầu danh sách mới nhé.

error-no-list-yet = Bạn chưa có danh sách nào.
error-no-list-yet-next = Bạn yêu cầu một danh sách bằng /moodmix rồi phát nhé.

error-voice-off = Ở đây đã tắt phát nhạc trong kênh thoại.
error-voice-off-next = Các liên kết dưới mỗi bài vẫn dẫn tới bài đó.

error-voice-not-there = Mình không phải thành viên của máy chủ này, nên không vào được các kênh thoại ở đây.
error-voice-not-there-next = Người quản lý máy chủ có thể thêm mình vào.

error-voice-not-joined = Bạn chưa ở trong kênh thoại nào.
error-voice-not-joined-next = Bạn vào một kênh rồi thử lại nhé.

error-voice-on-stage = Mình không phát được trên sân khấu.
error-voice-on-stage-next = Bạn vào một kênh thoại rồi bấm lại nhé.

error-voice-forbidden = { $permission ->
        [view_channel] Mình không được phép xem { $room }.
        [connect] Mình không được phép vào { $room }.
       *[speak] Mình không được phép nói trong { $room }.
    }
error-voice-forbidden-next = { $permission ->
        [view_channel] Bạn nhờ người quản lý máy chủ cấp cho mình quyền “Xem Kênh” ở đó nhé.
        [connect] Bạn nhờ người quản lý máy chủ cấp cho mình quyền “Kết nối” ở đó nhé.
       *[speak] Bạn nhờ người quản lý máy chủ cấp cho mình quyền “Nói” ở đó nhé.
    }

error-voice-room-full = { $room } đã đầy.
error-voice-room-full-next = Bạn thử lại khi có chỗ cho mình, hoặc vào kênh khác nhé.

error-voice-taken = Mình đang phát một danh sách trong { $room } rồi.
error-voice-taken-next = Bạn vào đó nghe cùng, hoặc bấm “Dừng” ở đó trước nhé.

error-voice-unreachable = Mình không kết nối được tới { $room }.
error-voice-unreachable-next = Bạn thử lại sau giây lát; nếu vẫn bị, chọn khu vực khác trong cài đặt kênh có thể giúp được.

error-voice-nothing-to-hear = Mình không tìm được bản ghi để phát cho bài nào trong danh sách đó.
error-voice-nothing-to-hear-next = Các liên kết dưới mỗi bài dẫn tới bài đó; hoặc bạn yêu cầu danh sách khác nhé.

error-voice-not-playing = Máy chủ này không có gì đang phát.
error-voice-not-playing-next = Bấm “Phát ở đây” dưới một danh sách để bắt đầu.

error-voice-listeners-only = Chỉ người đang nghe trong { $room } mới làm được điều đó.
error-voice-listeners-only-next = Bạn vào đó trước nhé.

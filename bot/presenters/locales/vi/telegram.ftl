# Chỉ người dùng Telegram đọc những lời này.

telegram-description =
    Gửi mình một tấm selfie hoặc video tròn ngắn và một bài hát bạn đang mê. Mình đáp lại bằng năm bài hợp tâm trạng của bạn, kèm lý do. Không có camera? Có /mood thì không cần.

    Phần mềm ước đoán cảm xúc từ khuôn mặt bạn; nó có thể sai. Mình hỏi ý bạn trước khuôn mặt đầu tiên, và không giữ ảnh nào.

telegram-short-description = Đưa một tấm selfie và một bài hát, nhận năm bài hợp tâm trạng cùng lý do.

## Lệnh

telegram-mood-unknown = Mình không biết từ đó là tâm trạng gì. Bạn bấm tâm trạng gần nhất nhé.
telegram-private-only = Điều đó chỉ dành cho bạn xem, nên bạn hỏi riêng mình nhé.
telegram-private-button = Nhắn riêng cho mình
telegram-preparing = Chờ một chút …
telegram-settings-back = ← Quay lại

## Nhóm

telegram-hello = Chào mọi người, mình là moodmix: đưa một tấm selfie và một bài hát, nhận năm bài hợp tâm trạng cùng lý do. Ở đây mình chỉ đọc lệnh và những câu trả lời tin của mình. Viết /moodmix kèm một bài hát, hoặc gửi mình selfie có /moodmix trong chú thích; /mood thì không cần camera. Mình hỏi ý từng người trước khi nhìn một khuôn mặt.

## Chia sẻ danh sách trong bất kỳ cuộc trò chuyện nào

telegram-share-title = Danh sách của bạn, { $day }
telegram-share-title-mood = Danh sách của bạn, { $day }, kèm tâm trạng
telegram-shared = { $seed ->
        [song] Năm bài cho { $song }, làm cùng moodmix
       *[none] Năm bài cho một tâm trạng, làm cùng moodmix
    }
telegram-shared-mood = Cho lúc thấy { $mood }. { list-aim }.
telegram-share-button = Làm danh sách mới với moodmix

# Những gì chỉ Discord có: menu, chia sẻ trong máy chủ, và những gì máy chủ có thể cấm.

## Menu và tùy chọn của lệnh

user-command = Mix từ ảnh đại diện của mình

discord-language-option = Từ giờ chỉ chọn bài bằng ngôn ngữ này
discord-occasion-option = Từ giờ danh sách của bạn dành cho dịp nào
discord-feeling-option = Bạn thấy thế nào
discord-mood-song-option = Bài hát bạn đang mê, nếu muốn: nghệ sĩ - tên bài, hoặc liên kết
discord-weeks-option = Ngược lại bao nhiêu tuần; mặc định là 12
discord-speak-option = Ngôn ngữ mình trò chuyện với bạn
discord-song-language-option = Một ngôn ngữ cho bài hát của bạn; chọn lần nữa để bỏ
discord-occasions-option = Danh sách của bạn dành cho dịp nào
discord-help-line-option = Sau những ngày khó khăn, có thể nhắn nơi tìm được trợ giúp không
discord-without-option = Nghệ sĩ bạn không muốn nghe
discord-again-option = Nghệ sĩ bạn đã loại, giờ có thể xuất hiện trở lại

## Câu trả lời

discord-mood-menu = Chọn tâm trạng của bạn
discord-share-button = 📣 Chia sẻ …
discord-share-question = Đăng danh sách của bạn ở đây cho mọi người nhé? Tâm trạng của bạn vẫn là của riêng bạn, trừ khi bạn chia sẻ hình kèm theo.
discord-share-list-button = Chỉ các bài hát
discord-share-mood-button = Bài hát và tâm trạng của mình
discord-share-done = Xong, mọi người ở đây đều thấy. 👍 và 👎 của ai tính cho người đó.
discord-share-hidden = Máy chủ này chỉ cho bạn thấy những gì mình nói, nên không ai khác thấy được.
discord-shared = { $person } chia sẻ một danh sách bài hát.
discord-shared-mood = { $person } chia sẻ một tâm trạng, cùng danh sách bài hát cho nó.

## Ảnh của một người trên Discord

discord-avatar-none = Bạn chưa có ảnh riêng trên Discord. Gửi mình một tấm selfie thay vào đó, hoặc nói bạn thấy thế nào bằng /mood nhé.
discord-avatar-others = Mình chỉ xem ảnh của chính bạn, vì khuôn mặt thuộc về chủ nhân của nó. Người kia có thể tự làm vậy với ảnh của họ, hoặc dùng /moodmix.

## Trong máy chủ

discord-help-server = Ở đây mình trả lời các lệnh, và những tin nhắn có nhắc đến mình. Chọn Ứng dụng ▸ { message-command } trên một tin nhắn, mình sẽ lấy ảnh trong đó. Những gì lệnh mang lại chỉ bạn thấy, cho đến khi bạn bấm Chia sẻ.
discord-help-server-name = Ở đây mình trả lời các lệnh, và những tin nhắn có nhắc đến mình hoặc mở đầu bằng “moodmix”. Chọn Ứng dụng ▸ { message-command } trên một tin nhắn, mình sẽ lấy ảnh trong đó. Những gì lệnh mang lại chỉ bạn thấy, cho đến khi bạn bấm Chia sẻ.
discord-cannot-write = Mình không được viết trong { $place }, nên đây là điều mình muốn nói.
discord-no-files = (Mình không được đính kèm ảnh hay file trong kênh này. Trong tin nhắn riêng thì được.)
discord-private-only = Điều đó chỉ dành cho bạn xem. Bạn dùng lệnh thay cho tin nhắn nhé: mình sẽ trả lời sao cho không ai khác thấy.

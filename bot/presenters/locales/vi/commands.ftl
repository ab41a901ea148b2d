# Lệnh và tùy chọn trong menu của Telegram và Discord: tối đa 100 ký tự.

command-moodmix = Năm bài hợp tâm trạng: một tấm selfie và một bài hát
command-mood = Nói bạn thấy thế nào, không cần camera
command-history = Tâm trạng của bạn trong những tuần qua
command-week = Tuần của bạn: tâm trạng và những bài bạn thích
command-settings = Ngôn ngữ, dịp nghe, và những ai bạn không muốn nghe
command-export = Mọi thứ được lưu về bạn, dưới dạng file
command-help = moodmix hoạt động thế nào
command-privacy = Những gì được lưu về bạn, và trong bao lâu
command-forget = Xóa mọi thứ về bạn

message-command = Mix tâm trạng từ ảnh này

photo-option = Ảnh hoặc video ngắn có khuôn mặt bạn
song-option = Bài hát bạn đang mê: nghệ sĩ - tên bài, hoặc liên kết
audio-option = Hoặc chính bài hát dưới dạng file âm thanh
intent-option = Danh sách nên làm gì; mặc định mình quyết theo khuôn mặt và bài hát

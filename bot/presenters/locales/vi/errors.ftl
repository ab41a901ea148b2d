# Điều gì đã trục trặc trong cuộc trò chuyện, và dưới cùng tên với -next: nên làm gì.

error-media-empty = File đó trống.
error-media-empty-next = Bạn gửi lại nhé.

error-media-too-large = File đó lớn hơn { $limit_mb } MB.
error-media-too-large-next = Bạn gửi file nhỏ hơn nhé.

error-media-too-many-pixels = Ảnh đó có hơn { $limit_megapixels } megapixel.
error-media-too-many-pixels-next = Bạn thu nhỏ ảnh rồi gửi lại nhé.

error-media-too-long = Bản ghi đó dài hơn { $limit_s } giây.
error-media-too-long-next = Bạn gửi bản ngắn hơn nhé.

error-media-corrupt = File đó bị hỏng, không mở được.
error-media-corrupt-next = Bạn gửi file khác nhé.

error-media-truncated = File đó bị đứt trước khi hết, như khi tải xuống dở dang.
error-media-truncated-next = Bạn gửi lại nhé.

error-media-mislabelled = { $claimed ->
        [image] File đó mang tên như một tấm ảnh, nhưng bên trong lại là thứ khác.
        [video] File đó mang tên như một video, nhưng bên trong lại là thứ khác.
       *[audio] File đó mang tên như một bài hát, nhưng bên trong lại là thứ khác.
    }
error-media-mislabelled-next = Bạn gửi ảnh, video hoặc bài hát thật nhé.

error-media-unsupported = Mình không mở được loại file đó.
error-media-unsupported-next = Mình hiểu ảnh JPEG, PNG, WebP, HEIC và GIF, video MP4, MOV và WebM, và bài hát MP3, M4A, OGG, FLAC và WAV.

error-media-encrypted = File đó có khóa bản quyền, nên mình không nghe được.
error-media-encrypted-next = Bạn gửi file không bị khóa, dán liên kết, hoặc viết “nghệ sĩ - tên bài” nhé.

error-media-too-dark = Ở đó tối quá, không thấy được khuôn mặt.
error-media-too-dark-next = Bạn thử lại ở nơi sáng hơn nhé.

error-media-not-a-face-picture = Đó là file âm thanh, mà mình cần thấy một khuôn mặt.
error-media-not-a-face-picture-next = Bạn gửi ảnh hoặc video ngắn nhé.

error-media-not-fetched = Mình không tải được file đó; có thể nó đã bị xóa.
error-media-not-fetched-next = Bạn gửi lại nhé.

error-audio-too-short = Bản ghi đó ngắn quá, chưa đủ để cảm được tâm trạng.
error-audio-too-short-next = Bạn gửi ít nhất { $minimum_s } giây nhé.

error-audio-silent = Mình chỉ nghe thấy im lặng ở đó.
error-audio-silent-next = Bạn gửi bản ghi khác nhé.

error-audio-speech-only = Mình nghe thấy có người nói ở đó, không có nhạc.
error-audio-speech-only-next = Bạn gửi bản ghi một bài hát, hoặc viết “nghệ sĩ - tên bài” nhé.

error-listening-broke = Có trục trặc khi mình nghe file đó, nên mình đã bỏ qua.
error-listening-broke-next = Có thể file bị hỏng: bạn mở nghe đến hết bằng chương trình khác, hoặc lưu lại lần nữa nhé.

error-listening-too-slow = Mình đã nghe file đó { $limit_s } giây mà vẫn chưa xong, nên mình đã bỏ qua.
error-listening-too-slow-next = Có thể file bị hỏng: bạn lưu lại lần nữa nhé.

error-no-face = Mình không tìm thấy khuôn mặt nào ở đó.
error-no-face-next = Bạn gửi ảnh thấy rõ cả khuôn mặt, nhìn vào camera, đủ ánh sáng nhé.

error-several-faces = Mình thấy nhiều hơn một khuôn mặt ở đó.
error-several-faces-next = Bạn chụp một mình thôi nhé, để mình không giữ mặt của người khác.

error-face-as-before = Ảnh đó giống hệt ảnh trước, nên mình không giữ.
error-face-as-before-next = Bạn cử động đầu một chút, hoặc đổi ánh sáng nhé.

error-faces-enough = Đã có { $limit } ảnh cho tâm trạng đó, thế là nhiều rồi.
error-faces-enough-next = Bạn tiếp tục với tâm trạng khác nhé.

error-song-empty = Bạn đang mê bài nào?
error-song-empty-next = Viết “nghệ sĩ - tên bài”, dán liên kết hoặc gửi file âm thanh nhé.

error-song-too-long = Tên bài hát mà thế thì dài quá.
error-song-too-long-next = Bạn viết “nghệ sĩ - tên bài” hoặc dán liên kết nhé.

error-song-not-found = Mình không biết bài “{ $text }”.
error-song-not-found-next = Bạn xem lại chính tả, viết “nghệ sĩ - tên bài”, dán liên kết, hoặc gửi chính file âm thanh nhé.

error-song-no-emotion = Mình tìm thấy “{ $title }”, nhưng không nguồn nào của mình biết bài đó mang tâm trạng gì.
error-song-no-emotion-next = Bạn gửi chính file âm thanh, hoặc chọn bài khác nhé.

error-link-not-resolved = Mình không tra được liên kết { $service } đó: không dịch vụ âm nhạc nào biết nó hoặc trả lời.
error-link-not-resolved-next = Bạn viết “nghệ sĩ - tên bài”, hoặc thử lại sau một phút nhé.

error-link-is-album = Liên kết { $service } đó dẫn tới một album, không phải một bài.
error-link-is-album-next = Bạn mở ra, chọn bài mình mê rồi dán liên kết của bài đó, hoặc viết “nghệ sĩ - tên bài” nhé.

error-link-is-playlist = Liên kết { $service } đó dẫn tới một playlist, không phải một bài.
error-link-is-playlist-next = Bạn dán liên kết của một bài trong đó, hoặc viết “nghệ sĩ - tên bài” nhé.

error-link-is-artist = Liên kết { $service } đó dẫn tới một nghệ sĩ, không phải một bài.
error-link-is-artist-next = Bạn dán liên kết một bài của nghệ sĩ đó, hoặc viết “nghệ sĩ - tên bài” nhé.

error-link-is-talk = Liên kết { $service } đó dẫn tới podcast hoặc sách nói, mà mình chỉ biết âm nhạc.
error-link-is-talk-next = Bạn dán liên kết một bài hát, hoặc viết “nghệ sĩ - tên bài” nhé.

error-link-not-a-track = Liên kết { $service } đó không dẫn tới bài hát nào.
error-link-not-a-track-next = Bạn dán liên kết của một bài, hoặc viết “nghệ sĩ - tên bài” nhé.

error-link-unsupported = Mình không đọc được liên kết của { $host }.
error-link-unsupported-next = Mình hiểu Spotify, YouTube, Apple Music, Deezer, Tidal, SoundCloud và Amazon Music, hoặc đơn giản là “nghệ sĩ - tên bài”.

error-consent-needed = Trước khi nhìn một khuôn mặt, mình cần bạn đồng ý.
error-consent-needed-next = Bạn đọc thông báo rồi đồng ý trước nhé, hoặc cứ nói bạn thấy thế nào.

error-nothing-to-rate = Mình không còn nhớ gợi ý đó.
error-nothing-to-rate-next = Bạn yêu cầu một mix mới rồi đánh giá mix đó nhé.

error-nothing-to-change = Chưa có câu trả lời nào để đổi.
error-nothing-to-change-next = Trước tiên bạn gửi selfie, hoặc nói bạn thấy thế nào, cùng một bài hát nhé.

error-nothing-in-doubt = Mình không còn nhớ đã hỏi bạn về những bài nào.
error-nothing-in-doubt-next = Bạn gửi lại bài hát nhé.

error-one-face-only = Mình chỉ thấy một khuôn mặt trong ảnh gần nhất của bạn.
error-one-face-only-next = Trước tiên bạn gửi ảnh có mặt mọi người nhé.

error-busy = Đang có nhiều người hỏi cùng lúc.
error-busy-next = Bạn thử lại sau một phút nhé.

error-timed-out = Việc đó lâu quá, nên mình đã dừng.
error-timed-out-next = Bạn thử lại sau một phút nhé.

error-page-outdated = moodmix đã khởi động lại sau khi bạn mở trang này.
error-page-outdated-next = Bạn tải lại trang nhé.

error-request-refused = Yêu cầu đó đến từ trang khác, nên mình không làm theo.
error-request-refused-next = Bạn mở moodmix ở địa chỉ nó đã in ra khi khởi động nhé.

error-request-invalid = Mình không hiểu được yêu cầu đó.
error-request-invalid-next = Bạn tải lại trang rồi thử lại nhé.

error-request-unknown = Địa chỉ này không có gì cả.
error-request-unknown-next = Bạn quay lại trang trò chuyện nhé.

error-song-file-gone = Mình không còn file của bài đó; có thể nó đã bị chuyển đi hoặc xóa.
error-song-file-gone-next = Quét lại thư mục sẽ cập nhật thư viện.

error-song-file-unreadable = Mình không đọc được file của bài đó: { $reason }.
error-song-file-unreadable-next = Bạn thử lại sau, hoặc chọn bài khác nhé.

error-song-file-too-large = File của bài đó lớn hơn { $limit_mb } MB, mức tối đa mình gửi được ở đây.
error-song-file-too-large-next = Bạn chọn bài khác nhé.

error-song-file-refused = Cuộc trò chuyện này không nhận file của bài đó.
error-song-file-refused-next = Bạn chọn bài khác, hoặc yêu cầu mix trong trò chuyện riêng với mình nhé.

error-library-not-shared = Bài đó từ thư viện riêng của một người, mà nhạc trong đó không còn được phát ở đây nữa.
error-library-not-shared-next = Bạn yêu cầu một mix mới nhé.

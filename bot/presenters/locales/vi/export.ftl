# Mọi thứ được lưu về một người, dưới dạng văn bản để họ đọc. Giờ theo UTC.

export-title = Mọi thứ moodmix lưu về bạn
export-as-of = Tính đến { $time } (mọi giờ đều theo UTC). Nội dung này cho chương trình đọc nằm trong { $file }.
export-since = Lưu từ { $day }.
export-nothing = Không có gì được lưu về bạn.

export-consent = Bạn đã đồng ý với phiên bản { $version } của thông báo vào { $time }.
export-consent-withdrawn = Bạn đã đồng ý với phiên bản { $version } của thông báo vào { $time }, và rút lại vào { $withdrawn }.
export-consent-none = Bạn chưa đồng ý cho đọc khuôn mặt.

export-settings = Cài đặt của bạn
export-language = Ngôn ngữ: { $language }
export-language-platform = Ngôn ngữ: theo ứng dụng bạn dùng để nhắn
export-song-languages = Chỉ chọn nhạc { $languages }
export-occasion = Danh sách làm { occasion }
export-help-line = { $on ->
        [yes] Lời nhắn nơi tìm được trợ giúp có thể xuất hiện.
       *[no] Lời nhắn nơi tìm được trợ giúp không xuất hiện.
    }
export-help-shown = Lời nhắn đó xuất hiện lần cuối vào { $time }.
export-without = Không có bài nào của { $artists }
export-like = Thêm bài giống { $songs }

export-moods = { $count ->
        [1] Tâm trạng của bạn
       *[other] { $count } tâm trạng của bạn
    }
export-mood-read = { $time }: { $mood }, do mình đọc được (độ tươi sáng { $valence }, độ sôi động { $arousal })
export-mood-unsure = { $time }: có lẽ { $mood }, do mình đọc được nhưng không chắc (độ tươi sáng { $valence }, độ sôi động { $arousal })
export-mood-told = { $time }: { $mood }, theo lời bạn (độ tươi sáng { $valence }, độ sôi động { $arousal })
export-mood-corrected = { $time }: { $mood }, theo lời bạn; mình đã đọc là: { $read } (độ tươi sáng { $valence }, độ sôi động { $arousal })

export-lists = { $count ->
        [1] Danh sách của bạn
       *[other] { $count } danh sách của bạn
    }
export-list = { $time }: khi thấy { $mood }, với { $song }. { list-aim }.
export-list-songless = { $time }: khi thấy { $mood }, không có bài hát. { list-aim }.
export-list-verdict = Cả danh sách: { $sign }

export-open = Lượt gần nhất của bạn
export-open-mood = Tâm trạng của bạn: { $mood }
export-open-song = Bài hát của bạn: { $song }
export-open-remembered = Bài hát trước đó của bạn: { $song }
export-open-doubt = Một bài hát, một trong số này: { $songs }
export-open-songless = Không có bài hát

export-elsewhere = { $count ->
        [1] Bạn cũng đã đánh giá một bài hoặc danh sách làm cho người khác.
       *[other] Bạn cũng đã đánh giá { $count } bài hoặc danh sách làm cho người khác.
    }
export-handed = Đây là tất cả những gì mình lưu về bạn: một bản để đọc, một bản cho chương trình. Chỉ bạn thấy tin này.

history-none = Mình chưa ghi tâm trạng nào của bạn. Gửi mình một tấm selfie, hoặc nói bạn thấy thế nào bằng /mood nhé.

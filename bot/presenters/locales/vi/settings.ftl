# Những gì một người có thể đặt lâu dài: tên các cài đặt và những lựa chọn.

settings-title = Cài đặt của bạn
settings-name = { $setting ->
        [language] Ngôn ngữ trò chuyện
        [song_languages] Ngôn ngữ bài hát
        [occasion] Dịp nghe
        [help_line] Lời nhắn nơi tìm được trợ giúp
       *[artists] Nghệ sĩ không nghe
    }
settings-default = { $setting ->
        [language] theo ứng dụng của bạn
        [song_languages] ngôn ngữ nào cũng được
        [occasion] không dịp nào cụ thể
        [artists] không loại ai
       *[help_line] bật
    }
settings-default-button = { $setting ->
        [language] Theo ứng dụng
        [song_languages] Ngôn ngữ nào cũng được
       *[occasion] Dịp nào cũng được
    }
settings-on = bật
settings-off = tắt
settings-line = { $name }: { $chosen }
settings-saved = Đã lưu. Danh sách sau sẽ theo đó.

occasion-name = { $occasion ->
        [focus] Tập trung
        [workout] Tập thể thao
        [sleep] Đi vào giấc ngủ
        [party] Tiệc tùng
        [commute] Đường đi làm
        [morning] Buổi sáng
        [evening] Buổi tối
       *[night] Đêm khuya
    }

settings-language-unknown = Mình không biết ngôn ngữ nào tên { $language }. Bạn chọn một ngôn ngữ trong danh sách nhé.
settings-without = Đã ghi nhận: từ giờ không có gì của { $artist }.
settings-again = { $artist } có thể xuất hiện trở lại.
settings-not-without = Bạn đâu có loại { $artist }.

# Khi câu trả lời lâu hơn thường lệ, hoặc bị gián đoạn.

waiting-in-line = Đợi mình chút, đang có nhiều người hỏi: bạn ở vị trí thứ { $number } trong hàng.

interrupted = { $count ->
        [1] Xin lỗi, mình bị gián đoạn khi đang làm việc này. Nếu chưa nhận được câu trả lời, bạn gửi hoặc bấm lại lần nữa nhé.
       *[other] Xin lỗi, mình bị gián đoạn khi đang xử lý { $count } tin nhắn gần nhất của bạn. Nếu có câu trả lời nào chưa tới, bạn gửi lại lần nữa nhé.
    }

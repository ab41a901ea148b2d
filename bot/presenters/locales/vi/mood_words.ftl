# Những từ người ta có thể viết để nói mình thấy thế nào. Chỉ đọc, không bao giờ hiện ra. Viết thiếu
# dấu cũng được hiểu.

mood-words = { $emotion ->
        [angry] tức giận, giận, giận dữ, tức, tức tối, bực, bực mình, bực bội, cáu, cáu gắt, cáu kỉnh, nổi giận, nổi điên, điên tiết, điên máu, tức điên, phẫn nộ, khó chịu, ức chế, quạu, cọc, hậm hực, ấm ức, hờn, dỗi, thất vọng
        [disgust] chán ghét, ghê tởm, ghê, kinh tởm, tởm, gớm, gớm ghiếc, kinh, buồn nôn, mắc ói, ghét, ngán, ngán ngẩm, phát ngán, ớn lạnh, thấy ghê, khinh bỉ
        [fear] sợ hãi, sợ, hoảng sợ, hoảng, hoảng loạn, lo, lo lắng, lo âu, lo sợ, hồi hộp, bồn chồn, căng thẳng, áp lực, bất an, run, hãi, khiếp sợ, stress, xì trét, rối bời, sốt ruột
        [happy] vui vẻ, vui, vui sướng, vui mừng, hạnh phúc, sung sướng, sướng, hớn hở, phấn khởi, yêu đời, hài lòng, mãn nguyện, tốt, rất tốt, tuyệt, tuyệt vời, thích, thích thú, hân hoan, mừng, đang yêu, đã, phê, hứng khởi
        [sad] buồn, buồn bã, buồn rầu, buồn chán, chán, chán nản, chán đời, nản, đau buồn, đau khổ, khổ, sầu, u sầu, cô đơn, tủi thân, tủi, tan nát cõi lòng, thất tình, tệ, tồi tệ, không vui, không ổn, trầm cảm, tuyệt vọng, muốn khóc, khóc, down, tụt mood, suy, mệt, mệt mỏi, xuống tinh thần
        [surprise] ngạc nhiên, bất ngờ, kinh ngạc, sửng sốt, choáng, choáng váng, sốc, shock, ngỡ ngàng, hết hồn, giật mình, phấn khích, háo hức, hào hứng, wow
       *[neutral] bình thường, bình thản, bình tĩnh, trung tính, ổn, ok, okay, oke, cũng được, tạm, tạm ổn, tàm tạm, thường thôi, không có gì đặc biệt, không sao, yên, bình yên, thư thái, thoải mái
    }

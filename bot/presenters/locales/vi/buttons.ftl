# Nút bấm và câu hỏi của từng nhóm nút.

consent-button = Mình từ 16 tuổi trở lên và đồng ý
owner-agrees-button = Đó là mặt mình, hoặc chủ nhân khuôn mặt đồng ý
forget-button = Xóa tất cả
keep-button = Giữ lại

play-button = ▶ Nghe bài { $position }

intent-button = { $intent ->
        [modulate] Giữ tâm trạng này
        [enhance] Giúp mình vui lên
       *[soothe] Giúp mình dịu lại
    }
everyone-button = Tâm trạng của cả nhóm

wish-button = { $wish ->
        [more_like] ✨ Thêm bài giống vậy
        [not_artist] 🚫 Không nghe { $artist } nữa
       *[anything] ↺ Bỏ các yêu cầu
    }

## Mỗi nhóm nút nói về điều gì

mood-question = Bạn thấy thế nào?
whose-question = Lấy tâm trạng của ai?
intent-question = Danh sách nên làm gì?
song-question = Là bài nào?

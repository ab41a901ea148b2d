# Trang trò chuyện trong trình duyệt. Nút ngắn: trên điện thoại hai ba nút chung một hàng.

## Khung trang

page-description = Đưa một tấm selfie và một bài hát, nhận năm bài hợp tâm trạng cùng lý do.
page-skip = Đến ô nhập tin nhắn
page-conversation = Trò chuyện
page-messages = Tin nhắn
page-speaker-moodmix = moodmix
page-speaker-you = Bạn
page-no-start = Không kết nối được với moodmix. Bạn xem nó còn chạy không rồi tải lại trang này nhé.
page-no-script = Trang trò chuyện cần JavaScript. Trong terminal, “moodmix mix” làm y như vậy mà không cần nó.
page-still-there = Danh sách gần nhất của bạn vẫn còn đây.
page-in-words = Bằng lời
page-close = Đóng
page-cancel = Hủy

## Menu

page-menu = Menu
page-menu-help = Trợ giúp
page-menu-history = Tâm trạng của mình
page-menu-week = Tuần của mình
page-menu-settings = Cài đặt
page-menu-faces = Khuôn mặt của mình
page-menu-privacy = Quyền riêng tư
page-menu-export = Dữ liệu của mình
page-menu-withdraw = Rút lại sự đồng ý
page-menu-forget = Quên mình đi …

## Viết tin nhắn

page-your-message = Tin nhắn của bạn
page-attached = File đính kèm
page-song-label = Bài hát: nghệ sĩ và tên bài, hoặc liên kết
page-song-placeholder = nghệ sĩ - tên bài, hoặc liên kết
page-song-is-file = bài hát là file ở trên
page-send = Gửi
page-mood-tool = Tâm trạng
page-photo-tool = Ảnh
page-camera-tool = Camera
page-audio-tool = File nhạc
page-drop = Thả ảnh, video hoặc bài hát vào đây
page-remove = Gỡ
page-remove-file = Gỡ { $name }
page-hint-agreed = Ảnh của bạn được bỏ ngay sau khi đọc xong.
page-hint-not-agreed = Đồng ý ở trên để cho mình xem mặt bạn. Tâm trạng và bài hát thì không cần.
page-picture-sent = Ảnh bạn đã gửi

## Câu trả lời

page-new-tab = { $service }: { $title } (thẻ mới)
page-like = Mình thích { $title }
page-not-for-me = { $title } không hợp với mình
page-thumb-up = ngón cái giơ lên
page-thumb-down = ngón cái chỉ xuống
page-timeline-open = Nét mặt bạn đã thay đổi thế nào
page-mood-open = Ở đâu đó ở giữa …
page-mood-instead = Nói tâm trạng thay vì chụp

## Nói mình thấy thế nào

page-plane-title = Hoặc ở đâu đó ở giữa
page-dark = u tối
page-bright = tươi sáng
page-calm = êm dịu
page-energetic = sôi động
page-brightness = Từ u tối đến tươi sáng
page-energy = Từ êm dịu đến sôi động
page-feel = Bạn thấy:
page-mood-take = Đúng là mình
page-mood-told = Mình thấy: { $mood }

page-mood-unknown = Mình không biết từ đó chỉ tâm trạng nào. Bạn chọn từ gần nhất nhé.

## Camera

page-camera-title = Camera
page-camera-view = Những gì camera thấy
page-camera-close = Dừng
page-camera-shoot = Chụp ảnh
page-camera-ready = Hình của bạn ở lại đây cho đến khi bạn chụp.
page-camera-refused = Không dùng được camera. Bạn chọn ảnh thay vào đó, hoặc nói tâm trạng của bạn nhé.
page-observe = Quan sát mình
page-observe-ready = Chụp một tấm ảnh, hoặc để mình quan sát bạn 15 giây trong lúc bạn nghĩ về bài hát của mình.
page-observe-progress = Thời gian đã qua
page-observe-bars = Số giây ở mỗi tâm trạng
page-observe-searching = Mình đang tìm khuôn mặt bạn …
page-observe-seen = Mình thấy bạn rồi.
page-observe-so-far = Sau { $seconds } giây, nhiều nhất là: { $mood }
page-observe-enough = Đủ rồi
page-observed = Bạn đã quan sát mình.
page-seconds = { $seconds } giây

## Khuôn mặt của mình

page-faces-intro = Cho mình xem bạn trông thế nào trong từng tâm trạng, và moodmix có thể học chính khuôn mặt bạn: mỗi tâm trạng khoảng 100 ảnh, một số ảnh quay đầu hoặc đổi ánh sáng.
page-faces-question = Giờ trông bạn thế nào?
page-faces-count = { $count } / { $aim }
page-faces-start = Chụp ảnh
page-faces-stop = Tạm dừng
page-faces-drop = Gỡ ảnh cuối
page-faces-clear = Gỡ tất cả
page-faces-clear-question = Gỡ tất cả thật nhé?
page-faces-cleared = Đã gỡ tất cả ảnh.
page-faces-dropped = { $mood }: đã gỡ ảnh cuối.
page-faces-taken = { $mood }: { $count }
page-faces-enough = { $mood }: đủ rồi, cảm ơn bạn. Chọn tâm trạng tiếp theo nhé.
page-faces-shipped = Đọc mặt mình như trước
page-faces-as-shipped = Mình lại đọc khuôn mặt bạn như của mọi người.
page-faces-learned = moodmix đã học khuôn mặt bạn: trong { $held_out } ảnh chưa từng thấy, giờ nó đọc đúng { $after }; trước đó là { $before }.
page-faces-where = Những ảnh xám nhỏ của khuôn mặt bạn chỉ nằm trên máy này, trong thư mục “own-faces” của dữ liệu moodmix. Để học từ chúng, chạy “moodmix train faces --finetune” trong terminal. “Quên mình đi” cũng xóa chúng.

page-privacy-faces = Chỉ ở đây, dành cho chủ của máy này: những gì bạn chụp trong “Khuôn mặt của mình” là những ảnh xám nhỏ của khuôn mặt bạn. Chúng chỉ nằm trên máy này, cho đến khi bạn gỡ chúng hoặc chọn “Quên mình đi”.

## Tâm trạng theo thời gian, và bản sao dữ liệu

page-history = Tâm trạng của bạn trong những tuần qua.
page-history-none = Mình chưa biết tâm trạng nào của bạn. Cho mình xem mặt hoặc nói bạn thấy thế nào, rồi chúng sẽ dần đầy lên.
page-week = Tuần của bạn qua tâm trạng và âm nhạc.
page-export = Đây là tất cả những gì mình lưu về bạn.
page-export-text = Toàn bộ để đọc
page-download = Lưu { $name }

## Cài đặt

page-settings-song-languages-hint = Không chọn nghĩa là ngôn ngữ nào cũng được.
page-settings-add = Thêm
page-language-remove = Bỏ giới hạn { $language }
page-settings-artists-none = Chưa loại ai. Sau khi bấm ngón cái chỉ xuống, bạn sẽ thấy “Không nghe … nữa”.
page-artist-again = { $artist } có thể xuất hiện trở lại
page-settings-save = Lưu

## Những gì không làm được

error-observation-over = Mình không còn nhìn nữa.
error-observation-over-next = Bạn bật lại camera nhé.


# Những gì moodmix nói trong cuộc trò chuyện.

row = { $before }; { $after }

greeting = Chào bạn, mình là moodmix. Gửi mình một tấm selfie hoặc video ngắn, hoặc kể bạn đang thấy thế nào, kèm tên một bài hát bạn đang mê. Mình sẽ đáp lại bằng năm bài hợp tâm trạng của bạn và lý do chọn chúng.

welcome-back = Mừng bạn quay lại. Gửi mình một tấm selfie và một bài hát bạn đang mê nhé.

help =
    Gửi ảnh hoặc video ngắn có khuôn mặt bạn cùng một bài hát: viết tên bài vào chú thích (“nghệ sĩ - tên bài”), dán liên kết, hoặc gửi file âm thanh. Gửi lần lượt từng thứ cũng được. Không có camera thì cứ nói bạn thấy thế nào: /mood vui. Không có bài hát thì mình chỉ dựa vào tâm trạng của bạn.

    Mình so tâm trạng của bạn với tâm trạng của bài hát. Nếu giống nhau, mình giữ nguyên tâm trạng đó; nếu bài hát tươi sáng hoặc sôi động hơn, mình đưa bạn tới đó từng bước; còn nếu bạn đang bực bội mà bài hát êm dịu, mình làm mọi thứ dịu lại. Các nút dưới câu trả lời sẽ đổi điều đó, và mình học từ 👍 và 👎 của bạn; bấm vào đó còn hiện nút để có thêm bài giống vậy, hoặc để không nghe nghệ sĩ đó nữa.

    Khi không chắc trông bạn thế nào, mình sẽ hỏi; mình đoán sai thì bạn cứ nói. Với ảnh nhóm, mình có thể lấy tâm trạng của cả nhóm. Nghe xong, hãy cho mình biết giờ bạn thấy thế nào, danh sách sau sẽ đi tiếp từ đó.

    /moodmix – bắt đầu một mix
    /mood – nói bạn thấy thế nào, không cần camera
    /history – tâm trạng của bạn theo thời gian
    /week – tuần của bạn trong một bức hình
    /settings – ngôn ngữ, bài hát và dịp nghe
    /privacy – những gì được lưu
    /export – mọi thứ về bạn trong một file
    /forget – xóa mọi thứ về bạn

## Sự đồng ý và dữ liệu

consent-notice =
    Trước khi mình nhìn một khuôn mặt: moodmix dùng phần mềm ước đoán nét mặt. Phần mềm có thể sai, và không biết bạn thật sự cảm thấy thế nào.

    Ảnh hoặc video của bạn chỉ được xem trong bộ nhớ tạm rồi bỏ ngay. Bất cứ thứ gì cho thấy hoặc giúp nhận ra một khuôn mặt đều không bao giờ được lưu. Những gì mình giữ, được mã hóa và gắn với một bí danh, là tâm trạng mình đọc được, các bài hát, cùng 👍 và 👎 của bạn. { kept-for }

    Bạn có thể rút lại sự đồng ý bất cứ lúc nào (/privacy), và hoàn toàn không cần camera: cứ nói bạn thấy thế nào (/mood).

    Xin chỉ đồng ý nếu bạn đủ 16 tuổi trở lên và khuôn mặt là của bạn hoặc chủ nhân khuôn mặt đồng ý.
kept-for = { $days ->
        [0] Dữ liệu được giữ cho đến khi bạn nhắn /forget.
       *[other] Dữ liệu được xóa sau { $days } ngày, hoặc ngay khi bạn nhắn /forget.
    }
consent-thanks = Cảm ơn bạn. Giờ gửi mình một tấm selfie và một bài hát nhé.
consent-thanks-waiting = Cảm ơn bạn. Mình đang xem những gì bạn gửi.
consent-noted = Cảm ơn, mình đã ghi nhận cho bạn. Giờ gửi mình một tấm selfie của chính bạn và một bài hát nhé.

others-face-notice = Ảnh đó do người khác gửi. Mình chỉ đọc khuôn mặt nếu đó là mặt bạn hoặc chủ nhân khuôn mặt đồng ý.
others-picture = Mình chỉ xem những ảnh do chính bạn gửi. Bạn gửi ảnh của mình nhé.

privacy =
    Dữ liệu của bạn được dùng thế nào:
    • Ảnh, video và file âm thanh được xử lý trong bộ nhớ tạm rồi bỏ. Chúng không bao giờ được lưu và không bao giờ được gửi cho ai.
    • Phần mềm ước đoán nét mặt. Phần mềm có thể sai, và không nhận diện ai cả. Nó không nhìn khuôn mặt nào trước khi bạn đồng ý, và cũng không nhìn khuôn mặt nào sau khi bạn rút lại. Không có nó, mọi thứ vẫn dùng được: nói bạn thấy thế nào bằng /mood.
    • Được giữ trong một cơ sở dữ liệu cục bộ: việc bạn đã đồng ý và vào lúc nào; tâm trạng của bạn, do mình đọc được (phần trăm của bảy nét mặt, với video thì theo từng thời điểm) hoặc do bạn kể; các bài hát trong danh sách của bạn, và những gì mình nghe được ở bài gần nhất (các con số, không có âm thanh); 👍 và 👎 của bạn, cài đặt của bạn, và những ai bạn không muốn nghe. Những gì nói về bạn đều được mã hóa, và gắn với một bí danh tạo bằng khóa thay cho ID người dùng của bạn.
    • { kept-for }
    • Các danh sách sau của bạn học từ 👍 và 👎 của bạn. Nơi có nhiều người dùng bot này, những gì ít nhất năm người nghĩ về cùng các bài hát sẽ giúp những người còn lại; không ai biết họ là ai.
    • Tên và liên kết bài hát được tra ở các dịch vụ âm nhạc; các dịch vụ đó không biết gì về bạn.
    • /export trao cho bạn tất cả những gì được lưu về bạn. /forget xóa tất cả ngay lập tức.
withdraw-button = Rút lại sự đồng ý
withdrawn = Xong: từ giờ mình không đọc khuôn mặt nào của bạn nữa, cho đến khi bạn đồng ý lại. Tâm trạng và danh sách của bạn vẫn còn đây; /forget sẽ xóa chúng. Nếu thích, cứ nói bạn thấy thế nào bằng /mood.

forget-question = Xóa mọi thứ về bạn nhé: sự đồng ý, tâm trạng, các mix và đánh giá của bạn? Không thể hoàn tác đâu.
forgotten = Xong: sự đồng ý, tâm trạng, các mix và đánh giá của bạn đã được xóa. Nếu bạn lại gửi selfie, mình sẽ xin phép bạn lần nữa.
kept = Không có gì bị xóa cả.

## Hỏi điều tiếp theo

start-mix = Gửi mình một tấm selfie hoặc video ngắn có mặt bạn, và bài hát bạn đang mê: tên bài, liên kết hoặc file âm thanh. Một hay hai tin nhắn, thứ tự nào cũng được.
ask-mood = Bạn bấm tâm trạng đúng với mình nhé.
ask-face = { $song }, hay đấy. Giờ gửi mình một tấm selfie hoặc video ngắn có mặt bạn, hoặc nói bạn thấy thế nào.
ask-face-heard = { $song }, hay đấy. { $heard } Giờ gửi mình một tấm selfie hoặc video ngắn có mặt bạn, hoặc nói bạn thấy thế nào.
ask-which = Mình không chắc bạn muốn nói bài nào. Có phải một trong những bài này không? Bấm vào đó, hoặc viết “nghệ sĩ - tên bài”, hoặc dán liên kết.
ask-whether = Mình không chắc bạn muốn nói bài nào. Có phải bài này không: { $song }? Bấm vào đó, hoặc viết “nghệ sĩ - tên bài”, hoặc dán liên kết.
answer-by-reply = Hãy viết dưới dạng trả lời tin nhắn này nhé.
next-by-command = Hãy chạy lại /moodmix kèm theo đó, hoặc gửi cho mình trong tin nhắn riêng.

## Trong khi đang làm

working = Đang nhìn và lắng nghe …
sending-song = Đang gửi bài hát …

## Những gì đã ghi nhận

rated = { $verdict ->
        [up] Đã ghi nhận: bạn thích { $title }.
        [down] Đã ghi nhận: { $title } không hợp với bạn.
       *[none] Đã ghi nhận: bạn không còn ý kiến gì về { $title }.
    }

wish-noted = { $wish ->
        [more_like] Đã ghi nhận: danh sách sau sẽ có thêm bài giống { $title }.
        [not_artist] Đã ghi nhận: từ giờ không có gì của { $artist }.
       *[anything] Đã ghi nhận: bài nào cũng có thể xuất hiện trở lại.
    }

intent-stands = Danh sách này vốn đã theo hướng đó rồi.

## Những gì không làm được

not-understood = Mình hiểu ảnh, video ngắn và bài hát (tên bài, liên kết hoặc file âm thanh). /help cho bạn xem cách dùng.
unknown-command = Mình không biết lệnh đó. /help cho bạn xem mình làm được gì.
write-as-yourself = Mình chỉ trò chuyện được với người nhắn bằng tài khoản của chính họ, không phải với nhóm hay kênh.
no-face-in-message = Tin nhắn đó không có ảnh hay video. Bạn chọn tin nhắn có ảnh hoặc video nhé.
request-expired = Mình không còn giữ yêu cầu đó. Bạn gửi lại nhé.
others-button = Nút đó là của người khác.
unreachable = Không kết nối được với mình. Bạn xem moodmix còn chạy không, nếu không thì khởi động lại, rồi gửi lại tin nhắn nhé.
incident = Bên mình có trục trặc, và mình đã ghi lại. Bạn thử lại nhé; nếu vẫn bị, hãy báo sự cố số { $number }.

# Tâm trạng: nét mặt, các điểm giữa u tối và tươi sáng, giữa êm dịu và sôi động.

emotion-name = { $emotion ->
        [angry] Tức giận
        [disgust] Chán ghét
        [fear] Sợ hãi
        [happy] Vui
        [sad] Buồn
        [surprise] Ngạc nhiên
       *[neutral] Bình thường
    }
emotion-look = { $emotion ->
        [angry] tức giận
        [disgust] chán ghét
        [fear] sợ hãi
        [happy] vui
        [sad] buồn
        [surprise] ngạc nhiên
       *[neutral] bình thường
    }
emotion-look-all = { emotion-look }
emotion-feel = { emotion-look }

## Các điểm trên mặt phẳng tâm trạng

feeling = { $feeling ->
        [bright-energetic] tươi sáng và sôi động
        [bright-calm] tươi sáng và êm dịu
        [bright] tươi sáng
        [dark-energetic] u tối và sôi động
        [dark-calm] u tối và trầm lắng
        [dark] u tối
        [energetic] sôi động
        [calm] êm dịu
       *[even] cân bằng
    }
feeling-face = { feeling-feel }
feeling-feel = { $feeling ->
        [bright-energetic] tươi vui và tràn đầy năng lượng
        [bright-calm] tươi vui và thư thái
        [bright] tươi vui
        [dark-energetic] u ám và bồn chồn
        [dark-calm] u ám và trầm lắng
        [dark] u ám
        [energetic] tràn đầy năng lượng
        [calm] thư thái
       *[even] cân bằng
    }

## Khuôn mặt nói gì

face-told = Bạn nói là bạn thấy { $mood }.
face-noted = Mình ghi nhận rồi: bạn thấy { $mood }.
face-look = Mình thấy bạn có vẻ { emotion-look } (chắc { $sure }).
face-everyone = Mình thấy cả nhóm nhìn chung có vẻ { emotion-look-all } (chắc { $sure }).

face-unsure = { $count ->
        [1] Mình không chắc trông bạn thế nào: có lẽ { $guesses }?
       *[other] Mình không chắc trông bạn thế nào: { $guesses }?
    }
face-guess = { emotion-look } ({ $share })

face-course = Trong { $seconds } giây, trông bạn { $parts }.
face-spent = { $how ->
        [mostly] chủ yếu { emotion-look } ({ $seconds } giây)
        [often] nhiều nhất là { emotion-look } ({ $seconds } giây)
        [also] có lúc { emotion-look } ({ $seconds } giây)
       *[little] thoáng { emotion-look } ({ $seconds } giây)
    }
face-steady = { $how ->
        [all] Suốt { $seconds } giây, lúc nào trông bạn cũng { emotion-look }.
       *[nearly] Trong { $seconds } giây, gần như lúc nào trông bạn cũng { emotion-look }.
    }
face-all-in-all = Nhìn chung, mình thấy bạn có vẻ { emotion-look } (chắc { $sure }).

face-largest = { $seen ->
        [video] Mình thấy { $faces } khuôn mặt và theo dõi khuôn mặt lớn nhất.
       *[photo] Mình thấy { $faces } khuôn mặt và đọc khuôn mặt lớn nhất ở gần giữa.
    }

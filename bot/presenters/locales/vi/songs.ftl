# Bài hát: tên, cảm xúc và những gì nghe được trong đó.

song-by = “{ $title }” của { $artist }
song-alone = “{ $title }”

song-feels = { $song } nghe { feeling } (theo { $sources }).
song-source = { $source ->
        [catalogue] danh mục moodmix
        [library] thư viện của bạn
        [music_network] mạng nghe nhạc của moodmix
        [upload] file âm thanh của bạn
       *[service] { $name }
    }
song-disagreement = Các nguồn không thống nhất: theo { $one } thì { $first }, theo { $other } thì { $second }, nên mình lấy ở giữa.

song-sounds = { $known ->
        [both] Nghe { $words } (khoảng { $bpm } BPM, giọng { song-key }).
        [tempo] Nghe { $words } (khoảng { $bpm } BPM).
        [key] Nghe { $words } (giọng { song-key }).
       *[nothing] Nghe { $words }.
    }
song-sound = { $sound ->
        [slow] chậm
        [fast] nhanh
        [major] giọng trưởng
        [minor] giọng thứ
        [soft] nhẹ nhàng
        [loud] vang mạnh
        [mellow] ấm
       *[crisp] sắc nét
    }
song-tempo = Bài này khoảng { $bpm } BPM.
song-key = { $mode ->
        [major] { song-tonic } trưởng
       *[minor] { song-tonic } thứ
    }
song-tonic = { $tonic ->
        [C-sharp] Đô thăng
        [D] Rê
        [E-flat] Mi giáng
        [E] Mi
        [F] Fa
        [F-sharp] Fa thăng
        [G] Sol
        [A-flat] La giáng
        [A] La
        [B-flat] Si giáng
        [B] Si
       *[C] Đô
    }

song-turn = { $change ->
        [brighter] Bài mở đầu { feeling }, rồi từ khoảng { $time } tươi sáng dần lên.
        [darker] Bài mở đầu { feeling }, rồi từ khoảng { $time } u tối dần đi.
        [energetic] Bài mở đầu { feeling }, rồi từ khoảng { $time } sôi động dần lên.
        [calmer] Bài mở đầu { feeling }, rồi từ khoảng { $time } êm dịu dần đi.
        [brighter-energetic] Bài mở đầu { feeling }, rồi từ khoảng { $time } tươi sáng và sôi động dần lên.
        [brighter-calmer] Bài mở đầu { feeling }, rồi từ khoảng { $time } tươi sáng và êm dịu hơn dần.
        [darker-energetic] Bài mở đầu { feeling }, rồi từ khoảng { $time } u tối và sôi động hơn dần.
       *[darker-calmer] Bài mở đầu { feeling }, rồi từ khoảng { $time } u tối và trầm lắng dần đi.
    }

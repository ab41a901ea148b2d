# गाने: उनके नाम, उनका मूड और उनमें क्या सुनाई दिया।

song-by = “{ $title }” ({ $artist })
song-alone = “{ $title }”

song-feels = { $song } { feeling } लगता है ({ $sources } के अनुसार)।
song-source = { $source ->
        [catalogue] moodmix कैटलॉग
        [library] आपकी लाइब्रेरी
        [music_network] moodmix म्यूज़िक नेटवर्क
        [upload] आपकी ऑडियो फ़ाइल
       *[service] { $name }
    }
song-disagreement = { $one } और { $other } की राय अलग है: { $one } के अनुसार यह { $first } है, { $other } के अनुसार { $second }, इसलिए बीच का रास्ता लिया गया।

song-sounds = { $known ->
        [both] सुनने में यह { $words } है (करीब { $bpm } BPM, { song-key })।
        [tempo] सुनने में यह { $words } है (करीब { $bpm } BPM)।
        [key] सुनने में यह { $words } है ({ song-key })।
       *[nothing] सुनने में यह { $words } है।
    }
song-sound = { $sound ->
        [slow] धीमा
        [fast] तेज़
        [major] मेजर स्केल का
        [minor] माइनर स्केल का
        [soft] हल्का
        [loud] ज़ोरदार
        [mellow] मुलायम
       *[crisp] खनकदार
    }
song-tempo = इसकी रफ़्तार करीब { $bpm } BPM है।
song-key = { $mode ->
        [major] { song-tonic } मेजर
       *[minor] { song-tonic } माइनर
    }
song-tonic = { $tonic ->
        [C-sharp] C♯
        [D] D
        [E-flat] E♭
        [E] E
        [F] F
        [F-sharp] F♯
        [G] G
        [A-flat] A♭
        [A] A
        [B-flat] B♭
        [B] B
       *[C] C
    }

song-turn = { $change ->
        [brighter] शुरू में यह { feeling } है, और करीब { $time } से ज़्यादा खुशनुमा होता जाता है।
        [darker] शुरू में यह { feeling } है, और करीब { $time } से ज़्यादा भारी होता जाता है।
        [energetic] शुरू में यह { feeling } है, और करीब { $time } से ज़्यादा जोशीला होता जाता है।
        [calmer] शुरू में यह { feeling } है, और करीब { $time } से ज़्यादा शांत होता जाता है।
        [brighter-energetic] शुरू में यह { feeling } है, और करीब { $time } से ज़्यादा खुशनुमा और जोशीला होता जाता है।
        [brighter-calmer] शुरू में यह { feeling } है, और करीब { $time } से ज़्यादा खुशनुमा और शांत होता जाता है।
        [darker-energetic] शुरू में यह { feeling } है, और करीब { $time } से ज़्यादा भारी और जोशीला होता जाता है।
       *[darker-calmer] शुरू में यह { feeling } है, और करीब { $time } से ज़्यादा भारी और शांत होता जाता है।
    }

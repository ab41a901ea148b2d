# बातचीत में क्या गड़बड़ हुई, और उसी नाम के साथ -next में: अब क्या करें।

error-media-empty = वह फ़ाइल खाली है।
error-media-empty-next = कृपया फिर से भेजिए।

error-media-too-large = वह फ़ाइल { $limit_mb } MB से बड़ी है।
error-media-too-large-next = कृपया छोटी फ़ाइल भेजिए।

error-media-too-many-pixels = उस तस्वीर में { $limit_megapixels } मेगापिक्सल से ज़्यादा हैं।
error-media-too-many-pixels-next = कृपया उसे छोटा करके भेजिए।

error-media-too-long = वह रिकॉर्डिंग { $limit_s } सेकंड से लंबी है।
error-media-too-long-next = कृपया छोटी रिकॉर्डिंग भेजिए।

error-media-corrupt = वह फ़ाइल खराब है और खुल नहीं रही।
error-media-corrupt-next = कृपया दूसरी भेजिए।

error-media-truncated = वह फ़ाइल बीच में ही खत्म हो जाती है, जैसे डाउनलोड अधूरा रह गया हो।
error-media-truncated-next = कृपया फिर से भेजिए।

error-media-mislabelled = { $claimed ->
        [image] उस फ़ाइल का नाम तस्वीर जैसा है, पर अंदर कुछ और है।
        [video] उस फ़ाइल का नाम वीडियो जैसा है, पर अंदर कुछ और है।
       *[audio] उस फ़ाइल का नाम गाने जैसा है, पर अंदर कुछ और है।
    }
error-media-mislabelled-next = कृपया असली फ़ोटो, वीडियो या गाना भेजिए।

error-media-unsupported = इस तरह की फ़ाइल मुझसे नहीं खुलती।
error-media-unsupported-next = ये चलते हैं: JPEG, PNG, WebP, HEIC और GIF तस्वीरें, MP4, MOV और WebM वीडियो, और MP3, M4A, OGG, FLAC और WAV गाने।

error-media-encrypted = वह फ़ाइल कॉपी-सुरक्षित है, इसलिए उसे सुना नहीं जा सकता।
error-media-encrypted-next = कृपया बिना सुरक्षा वाली फ़ाइल भेजिए, लिंक पेस्ट कीजिए, या “कलाकार - गाना” लिखिए।

error-media-too-dark = वहाँ इतना अँधेरा है कि चेहरा नहीं दिखता।
error-media-too-dark-next = कृपया ज़्यादा रोशनी में फिर से कोशिश कीजिए।

error-media-not-a-face-picture = वह ऑडियो फ़ाइल है, और मुझे चेहरा देखना है।
error-media-not-a-face-picture-next = कृपया फ़ोटो या छोटा वीडियो भेजिए।

error-media-not-fetched = वह फ़ाइल मुझे नहीं मिल पाई; शायद वह हटा दी गई है।
error-media-not-fetched-next = कृपया फिर से भेजिए।

error-audio-too-short = वह रिकॉर्डिंग इतनी छोटी है कि उसका मूड समझ नहीं आता।
error-audio-too-short-next = कृपया कम से कम { $minimum_s } सेकंड भेजिए।

error-audio-silent = वहाँ खामोशी के सिवा कुछ सुनाई नहीं देता।
error-audio-silent-next = कृपया दूसरी रिकॉर्डिंग भेजिए।

error-audio-speech-only = वहाँ किसी के बोलने की आवाज़ है, संगीत नहीं।
error-audio-speech-only-next = कृपया किसी गाने की रिकॉर्डिंग भेजिए, या “कलाकार - गाना” लिखिए।

error-listening-broke = वह फ़ाइल सुनते हुए कुछ गड़बड़ हो गई, इसलिए उसे छोड़ दिया गया।
error-listening-broke-next = हो सकता है वह खराब हो: किसी दूसरे प्रोग्राम में उसे अंत तक चलाकर देखिए, या फिर से सेव कीजिए।

error-listening-too-slow = { $limit_s } सेकंड सुनने पर भी वह फ़ाइल पूरी नहीं हुई, इसलिए उसे छोड़ दिया गया।
error-listening-too-slow-next = हो सकता है वह खराब हो: कृपया उसे फिर से सेव कीजिए।

error-no-face = वहाँ मुझे कोई चेहरा नहीं मिला।
error-no-face-next = कृपया ऐसी फ़ोटो भेजिए जिसमें आपका पूरा चेहरा दिखे, नज़र कैमरे पर हो और रोशनी अच्छी हो।

error-several-faces = वहाँ एक से ज़्यादा चेहरे दिख रहे हैं।
error-several-faces-next = कृपया तस्वीर में अकेले रहिए, ताकि किसी और का चेहरा न रखा जाए।

error-face-as-before = यह तस्वीर पिछली जैसी ही है, इसलिए इसे नहीं रखा गया।
error-face-as-before-next = कृपया सिर थोड़ा हिलाइए, या रोशनी बदलिए।

error-faces-enough = उस मूड की { $limit } तस्वीरें पहले से हैं, जो काफ़ी हैं।
error-faces-enough-next = कृपया अब दूसरा मूड लीजिए।

error-song-empty = आजकल कौन-सा गाना पसंद है?
error-song-empty-next = “कलाकार - गाना” लिखिए, लिंक पेस्ट कीजिए या ऑडियो फ़ाइल भेजिए।

error-song-too-long = गाने के नाम के लिए यह बहुत लंबा है।
error-song-too-long-next = कृपया “कलाकार - गाना” लिखिए या लिंक पेस्ट कीजिए।

error-song-not-found = “{ $text }” नाम का गाना मुझे नहीं पता।
error-song-not-found-next = कृपया वर्तनी देख लीजिए, “कलाकार - गाना” लिखिए, लिंक पेस्ट कीजिए, या ऑडियो फ़ाइल ही भेजिए।

error-song-no-emotion = “{ $title }” मिल गया, पर मेरे किसी स्रोत को उसका मूड नहीं पता।
error-song-no-emotion-next = कृपया ऑडियो फ़ाइल ही भेजिए, या दूसरा गाना चुनिए।

error-link-not-resolved = { $service } का वह लिंक नहीं खोजा जा सका: किसी म्यूज़िक सेवा को वह पता नहीं था, या किसी ने जवाब नहीं दिया।
error-link-not-resolved-next = कृपया उसकी जगह “कलाकार - गाना” लिखिए, या एक मिनट बाद फिर से कोशिश कीजिए।

error-link-is-album = { $service } का वह लिंक एक एल्बम का है, किसी एक गाने का नहीं।
error-link-is-album-next = कृपया उसे खोलकर अपनी पसंद का गाना चुनिए और उसी का लिंक पेस्ट कीजिए, या “कलाकार - गाना” लिखिए।

error-link-is-playlist = { $service } का वह लिंक एक प्लेलिस्ट का है, किसी एक गाने का नहीं।
error-link-is-playlist-next = कृपया उसके किसी एक गाने का लिंक पेस्ट कीजिए, या “कलाकार - गाना” लिखिए।

error-link-is-artist = { $service } का वह लिंक एक कलाकार का है, किसी एक गाने का नहीं।
error-link-is-artist-next = कृपया उस कलाकार के किसी गाने का लिंक पेस्ट कीजिए, या “कलाकार - गाना” लिखिए।

error-link-is-talk = { $service } का वह लिंक किसी पॉडकास्ट या ऑडियोबुक का है, और मेरा नाता सिर्फ़ संगीत से है।
error-link-is-talk-next = कृपया किसी गाने का लिंक पेस्ट कीजिए, या “कलाकार - गाना” लिखिए।

error-link-not-a-track = { $service } का वह लिंक किसी गाने का नहीं है।
error-link-not-a-track-next = कृपया किसी एक गाने का लिंक पेस्ट कीजिए, या “कलाकार - गाना” लिखिए।

error-link-unsupported = { $host } के लिंक मुझसे नहीं पढ़े जाते।
error-link-unsupported-next = ये चलते हैं: Spotify, YouTube, Apple Music, Deezer, Tidal, SoundCloud और Amazon Music, या सीधे “कलाकार - गाना”।

error-consent-needed = चेहरा देखने से पहले आपकी सहमति चाहिए।
error-consent-needed-next = कृपया पहले सूचना पढ़कर सहमति दीजिए, या बस बताइए कि मूड कैसा है।

error-nothing-to-rate = वह सुझाव अब मेरे पास नहीं है।
error-nothing-to-rate-next = कृपया नया मिक्स माँगिए और उसे रेटिंग दीजिए।

error-nothing-to-change = अभी बदलने के लिए कोई जवाब नहीं है।
error-nothing-to-change-next = कृपया पहले एक सेल्फ़ी भेजिए, या बताइए कि मूड कैसा है, और साथ में एक गाना।

error-nothing-in-doubt = अब याद नहीं कि आपसे किन गानों के बारे में पूछा गया था।
error-nothing-in-doubt-next = कृपया गाना फिर से भेजिए।

error-one-face-only = आपकी पिछली तस्वीर में मुझे एक ही चेहरा दिखा।
error-one-face-only-next = कृपया पहले ऐसी फ़ोटो भेजिए जिसमें सब हों।

error-busy = इस वक्त बहुत-से लोग एक साथ पूछ रहे हैं।
error-busy-next = कृपया एक मिनट बाद फिर से कोशिश कीजिए।

error-timed-out = इसमें बहुत देर लग रही थी, इसलिए काम रोक दिया गया।
error-timed-out-next = कृपया एक मिनट बाद फिर से कोशिश कीजिए।

error-page-outdated = यह पेज खुलने के बाद moodmix फिर से चालू हुआ है।
error-page-outdated-next = कृपया पेज रीलोड कीजिए।

error-request-refused = वह अनुरोध किसी दूसरे पेज से आया, इसलिए नहीं माना गया।
error-request-refused-next = कृपया moodmix को उसी पते पर खोलिए जो उसने चालू होते समय दिखाया था।

error-request-invalid = वह अनुरोध समझ नहीं आया।
error-request-invalid-next = कृपया पेज रीलोड करके फिर से कोशिश कीजिए।

error-request-unknown = इस पते पर कुछ नहीं है।
error-request-unknown-next = कृपया चैट पेज पर लौट जाइए।

error-song-file-gone = उस गाने की फ़ाइल अब मेरे पास नहीं है; शायद वह कहीं और रखी या हटाई गई है।
error-song-file-gone-next = फ़ोल्डर को फिर से स्कैन करने पर लाइब्रेरी ताज़ा हो जाएगी।

error-song-file-unreadable = उस गाने की फ़ाइल पढ़ी नहीं जा रही: { $reason }।
error-song-file-unreadable-next = कृपया बाद में फिर से कोशिश कीजिए, या दूसरा गाना चुनिए।

error-song-file-too-large = उस गाने की फ़ाइल { $limit_mb } MB से बड़ी है, और यहाँ इससे बड़ी फ़ाइल नहीं भेजी जा सकती।
error-song-file-too-large-next = कृपया दूसरा गाना चुनिए।

error-song-file-refused = इस चैट ने उस गाने की फ़ाइल नहीं ली।
error-song-file-refused-next = कृपया दूसरा गाना चुनिए, या मुझसे प्राइवेट चैट में मिक्स माँगिए।

error-library-not-shared = वह गाना किसी की निजी लाइब्रेरी का है, जिसके गाने अब यहाँ नहीं बजाए जाते।
error-library-not-shared-next = कृपया नया मिक्स माँगिए।

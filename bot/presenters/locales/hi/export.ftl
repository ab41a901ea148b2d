# किसी के बारे में रखा सब कुछ, पढ़ने के लिए। समय UTC में।

export-title = moodmix आपके बारे में जो कुछ रखता है
export-as-of = { $time } की स्थिति (सभी समय UTC में)। यही सब प्रोग्रामों के लिए { $file } में है।
export-since = { $day } से रखा जा रहा है।
export-nothing = आपके बारे में कुछ नहीं रखा है।

export-consent = आपने { $time } को सूचना के संस्करण { $version } पर सहमति दी।
export-consent-withdrawn = आपने { $time } को सूचना के संस्करण { $version } पर सहमति दी, और { $withdrawn } को वापस ले ली।
export-consent-none = आपने चेहरे पढ़े जाने की सहमति नहीं दी है।

export-settings = आपकी सेटिंग
export-language = भाषा: { $language }
export-language-platform = भाषा: उसी ऐप की, जिससे आपकी बातचीत होती है
export-song-languages = गाने सिर्फ़ { $languages } में
export-occasion = लिस्टें { occasion }
export-help-line = { $on ->
        [yes] मदद कहाँ मिलेगी, यह बताने वाली पंक्ति आ सकती है।
       *[no] मदद कहाँ मिलेगी, यह बताने वाली पंक्ति नहीं आती।
    }
export-help-shown = वह पंक्ति पिछली बार { $time } को आई थी।
export-without = { $artists } का कुछ नहीं
export-like = इन जैसे और गाने: { $songs }

export-moods = { $count ->
        [one] आपका मूड
       *[other] आपके { $count } मूड
    }
export-mood-read = { $time }: मन { $mood }, चेहरे से पढ़ा गया (रौनक { $valence }, जोश { $arousal })
export-mood-unsure = { $time }: शायद मन { $mood }, चेहरे से पढ़ा गया, पर पक्का नहीं (रौनक { $valence }, जोश { $arousal })
export-mood-told = { $time }: मन { $mood }, आपके बताए अनुसार (रौनक { $valence }, जोश { $arousal })
export-mood-corrected = { $time }: मन { $mood }, आपके बताए अनुसार; चेहरे से पढ़ा गया था: { $read } (रौनक { $valence }, जोश { $arousal })

export-lists = { $count ->
        [one] आपकी लिस्ट
       *[other] आपकी { $count } लिस्टें
    }
export-list = { $time }: मन { $mood }, { $song } के साथ। { list-aim }।
export-list-songless = { $time }: मन { $mood }, बिना गाने के। { list-aim }।
export-list-verdict = पूरी लिस्ट: { $sign }

export-open = आपका पिछला दौर
export-open-mood = आपका मूड: { $mood }
export-open-song = आपका गाना: { $song }
export-open-remembered = उससे पहले का गाना: { $song }
export-open-doubt = एक गाना, इनमें से कोई: { $songs }
export-open-songless = बिना गाने के

export-elsewhere = { $count ->
        [one] आपने किसी और के लिए बने { $count } गाने या लिस्ट पर भी राय दी।
       *[other] आपने दूसरों के लिए बने { $count } गानों या लिस्टों पर भी राय दी।
    }
export-handed = आपके बारे में जो कुछ रखा है, सब यहाँ है: पढ़ने के लिए भी, और प्रोग्रामों के लिए भी। यह सिर्फ़ आपको दिखता है।

history-none = अभी आपका कोई मूड दर्ज नहीं है। एक सेल्फ़ी भेजिए, या /mood से बताइए कि मूड कैसा है।

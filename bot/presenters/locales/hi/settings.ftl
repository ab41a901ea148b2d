# जो कुछ हमेशा के लिए सेट हो सकता है: सेटिंग के नाम और उनके विकल्प।

settings-title = आपकी सेटिंग
settings-name = { $setting ->
        [language] बातचीत की भाषा
        [song_languages] गानों की भाषा
        [occasion] लिस्ट का मौका
        [help_line] मदद कहाँ मिलेगी, इसकी पंक्ति
       *[artists] छोड़े गए कलाकार
    }
settings-default = { $setting ->
        [language] आपके ऐप वाली भाषा
        [song_languages] कोई भी भाषा
        [occasion] कोई खास मौका नहीं
        [artists] कोई नहीं
       *[help_line] चालू
    }
settings-default-button = { $setting ->
        [language] ऐप वाली भाषा
        [song_languages] कोई भी भाषा
       *[occasion] कोई भी मौका
    }
settings-on = चालू
settings-off = बंद
settings-line = { $name }: { $chosen }
settings-saved = सेव हो गया। अगली लिस्ट इसी के अनुसार होगी।

occasion-name = { $occasion ->
        [focus] ध्यान लगाना
        [workout] वर्कआउट
        [sleep] नींद
        [party] पार्टी
        [commute] काम पर जाते समय
        [morning] सुबह
        [evening] शाम
       *[night] रात
    }

settings-language-unknown = { $language } नाम की भाषा मुझे नहीं पता। कृपया सूची में से चुनिए।
settings-without = दर्ज हुआ: अब से { $artist } का कुछ नहीं।
settings-again = { $artist } के गाने फिर से आ सकते हैं।
settings-not-without = { $artist } को आपने छोड़ा ही नहीं था।

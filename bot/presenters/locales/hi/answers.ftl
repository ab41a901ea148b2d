# जवाब: यह लिस्ट क्यों, और यह गाना क्यों। moodmix अपने लिए ऐसे वाक्य चुनता है जिनमें लिंग न दिखे,
# और सुनने वाले के लिए "मन" या "मूड" की बात करता है, ताकि वाक्य सबके लिए सही हों।

## लिस्ट

list-follows-all = यह लिस्ट उन सब भावों को मिलाकर बनी है जो मुझे दिखे।

list-intent = { list-aim }: { list-cause }।
list-intent-unsure = { list-aim }, अगर मेरा अंदाज़ा सही है: { list-cause }।
list-aim = { $intent ->
        [modulate] इसी मूड के साथ
        [enhance] मूड ऊपर की ओर
       *[soothe] मन सुकून की ओर
    }
list-cause = { $cause ->
        [alike] आपका मूड और आपका गाना मिलते-जुलते हैं, इसलिए लिस्ट वहीं टिकी है
        [brighter] गाना आपके मूड से ज़्यादा खुशनुमा है, इसलिए लिस्ट आपको धीरे-धीरे वहाँ ले चलती है
        [more_energetic] गाने में आपके मूड से ज़्यादा जोश है, इसलिए लिस्ट आपको धीरे-धीरे वहाँ ले चलती है
        [brighter_and_more_energetic] गाना आपके मूड से ज़्यादा खुशनुमा और जोशीला है, इसलिए लिस्ट आपको धीरे-धीरे वहाँ ले चलती है
        [darker_or_calmer] गाना आपके मूड से ज़्यादा भारी या शांत है, इसलिए लिस्ट वहीं है जहाँ आप हैं
        [calmer] मन में बेचैनी है और गाना शांत है, इसलिए लिस्ट आपको धीरे-धीरे वहाँ ले चलती है
        [tense_mood] मन में बेचैनी है, इसलिए लिस्ट धीरे-धीरे शांत होती जाती है
        [dark_mood] मन भारी है, इसलिए लिस्ट धीरे-धीरे खुशनुमा होती जाती है
        [mood_alone] कहीं और ले जाने वाला कोई गाना नहीं है, इसलिए लिस्ट आपके साथ है
       *[chosen] आपने यही चुना है
    }
list-doubt = { $intent ->
        [modulate] अगर मन { $moods } है, तो उसी मूड में रहना बेहतर होगा।
        [enhance] अगर मन { $moods } है, तो मूड को ऊपर ले जाना बेहतर होगा।
       *[soothe] अगर मन { $moods } है, तो मन को शांत करना बेहतर होगा।
    }
list-baseline = तुलना वाले तरीके से: इरादा जो भी हो, वे गाने जो आपके चेहरे से सबसे ज़्यादा मेल खाते हैं।

list-occasion = खास तौर पर { $occasions }।
occasion = { $occasion ->
        [focus] ध्यान लगाने के लिए
        [workout] वर्कआउट के लिए
        [sleep] नींद के लिए
        [party] पार्टी के लिए
        [commute] काम पर जाते समय के लिए
        [morning] सुबह के लिए
        [evening] शाम के लिए
       *[night] रात के लिए
    }
list-languages = सिर्फ़ { $languages } में।
list-without = { $artists } का कुछ नहीं।

list-decided = क्या-क्या देखा गया: { $parts }।
list-weight = { $kind ->
        [mood] मूड { $share }
        [artist] कलाकार { $share }
        [genre] शैली { $share }
        [era] दौर { $share }
        [language] भाषा { $share }
        [sound] साउंड { $share }
        [wish] आपकी फ़रमाइश { $share }
        [context] मौका { $share }
        [learned] आपके 👍 और 👎 { $share }
       *[novelty] नयापन { $share }
    }

list-too-short = इससे ज़्यादा मेल खाते गाने मुझे नहीं मिले।
list-empty = इन सब शर्तों पर खरा उतरता कोई गाना मुझे नहीं मिला। शर्तें थोड़ी कम करके देखिए।

## एक गाना

track-mood = { $near ->
        [right-end] { feeling }, ठीक वहीं जहाँ लिस्ट को पहुँचना है
        [right-way] { feeling }, ठीक उसी रास्ते पर
        [close-end] { feeling }, लिस्ट की मंज़िल के पास
        [close-way] { feeling }, उस रास्ते के पास
        [off-end] { feeling }, लिस्ट की मंज़िल से थोड़ा अलग
        [off-way] { feeling }, उस रास्ते से थोड़ा हटकर
        [far-end] { feeling }, लिस्ट की मंज़िल से दूर
       *[far-way] { feeling }, उस रास्ते से काफ़ी दूर
    }
track-wish = { $name } जैसा, आपकी फ़रमाइश पर
track-occasion = { $occasions } बढ़िया
track-new = कुछ नया

track-like-song = आपके गाने से मेल: { $parts }
track-common = { $kind ->
        [artist] कलाकार { $value }
        [genre] { $value }
        [era] { $value } का दशक
        [language] भाषा { $value }
        [unnamed_language] वही भाषा
       *[sound] मिलता-जुलता साउंड
    }
track-learned = { $kind ->
        [artist] आपको यह कलाकार पसंद है
        [genre] आपको { $value } पसंद है
        [genre_family] आपको { $value } पसंद है
        [decade] आपको { $value } के दशक के गाने पसंद हैं
        [language] आपको { $value } गाने पसंद हैं
        [crowd] आपसे मिलती पसंद वालों को यह पसंद है
       *[likeness] काफ़ी हद तक वैसा जिसे आपने 👍 दिया
    }

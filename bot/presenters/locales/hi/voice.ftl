# Discord के वॉइस चैनल में लिस्ट बजाना।

voice-play-button = 🔊 यहाँ बजाएँ

voice-button = { $control ->
        [pause] ⏸ रोकें
        [resume] ▶ आगे चलाएँ
        [skip] ⏭ अगला
       *[stop] ⏹ बंद करें
    }

command-play = अपनी पिछली लिस्ट को उस वॉइस चैनल में बजाएँ जिसमें आप हैं
command-stop = वॉइस चैनल में बजाना बंद करें

voice-begun = लीजिए: आपकी लिस्ट { $room } में बज रही है।
voice-stopped = बंद हो गया।

voice-now = { $state ->
        [paused] ⏸ { $room } में रुका हुआ, गाना { $position }/{ $length }: **{ $song }**
       *[playing] 🔊 { $room } में बज रहा है, गाना { $position }/{ $length }: **{ $song }**
    }
voice-song = { $title } ({ $artist })
voice-silent = ये छूट गए, क्योंकि बजाने के लिए कोई रिकॉर्डिंग नहीं मिली: { $songs }।
voice-ended = { $ending ->
        [done] लिस्ट पूरी हुई। { $room } में सुनने के लिए शुक्रिया।
        [stopped] { $room } में बंद हो गया।
        [alone] { $room } में कोई नहीं बचा, इसलिए संगीत बंद हो गया।
        [lost] मुझे { $room } से हटा दिया गया, इसलिए संगीत बंद हो गया। फिर से सुनने के लिए लिस्ट के नीचे “यहाँ बजाएँ” दबाइए।
        [closing] मुझे थोड़ी देर के लिए जाना है, इसलिए { $room } का संगीत बंद हो गया। मेरे लौटने पर लिस्ट के नीचे “यहाँ बजाएँ” दबाइए।
       *[broken] मेरी तरफ़ कुछ गड़बड़ हो गई, इसलिए { $room } का संगीत बंद हो गया। फिर से कोशिश के लिए लिस्ट के नीचे “यहाँ बजाएँ” दबाइए।
    }

## जो नहीं हो सकता

error-list-gone = वह लिस्ट अब मेरे पास नहीं है।
error-list-gone-next = कृपया नई माँगिए।

error-no-list-yet = आपकी अभी कोई लिस्ट नहीं है।
error-no-list-yet-next = /moodmix से एक माँगिए, फिर उसे बजाइए।

error-voice-off = यहाँ वॉइस चैनल में बजाना बंद किया हुआ है।
error-voice-off-next = हर गाने के नीचे के लिंक अब भी उस तक ले जाते हैं।

error-voice-not-there = मैं इस सर्वर में नहीं हूँ, इसलिए यहाँ के वॉइस चैनलों में आना मुमकिन नहीं।
error-voice-not-there-next = सर्वर सँभालने वाला कोई व्यक्ति मुझे जोड़ सकता है।

error-voice-not-joined = आप किसी वॉइस चैनल में नहीं हैं।
error-voice-not-joined-next = कृपया किसी एक में आकर फिर से कोशिश कीजिए।

error-voice-on-stage = स्टेज पर बजाना मुमकिन नहीं है।
error-voice-on-stage-next = कृपया किसी वॉइस चैनल में आकर फिर से दबाइए।

error-voice-forbidden = { $permission ->
        [view_channel] मुझे { $room } देखने की अनुमति नहीं है।
        [connect] मुझे { $room } में आने की अनुमति नहीं है।
       *[speak] मुझे { $room } में बोलने की अनुमति नहीं है।
    }
error-voice-forbidden-next = { $permission ->
        [view_channel] सर्वर सँभालने वाले से कहिए कि वहाँ मुझे “चैनल देखें” की अनुमति दें।
        [connect] सर्वर सँभालने वाले से कहिए कि वहाँ मुझे “कनेक्ट करें” की अनुमति दें।
       *[speak] सर्वर सँभालने वाले से कहिए कि वहाँ मुझे “बोलें” की अनुमति दें।
    }

error-voice-room-full = { $room } भरा हुआ है।
error-voice-room-full-next = मेरे लिए जगह होने पर फिर से कोशिश कीजिए, या किसी दूसरे चैनल में आइए।

error-voice-taken = { $room } में पहले से एक लिस्ट बज रही है।
error-voice-taken-next = वहीं आकर साथ सुनिए, या पहले वहाँ “बंद करें” दबाइए।

error-voice-unreachable = { $room } से जुड़ना नहीं हो पाया।
error-voice-unreachable-next = थोड़ी देर में फिर से कोशिश कीजिए; न हो, तो चैनल की सेटिंग में दूसरा क्षेत्र चुनने से बात बन सकती है।

error-voice-nothing-to-hear = उस लिस्ट के किसी भी गाने की रिकॉर्डिंग बजाने के लिए नहीं मिली।
error-voice-nothing-to-hear-next = हर गाने के नीचे के लिंक उस तक ले जाते हैं; या दूसरी लिस्ट माँगिए।

error-voice-not-playing = इस सर्वर में कुछ नहीं बज रहा है।
error-voice-not-playing-next = शुरू करने के लिए किसी लिस्ट के नीचे “यहाँ बजाएँ” दबाइए।

error-voice-listeners-only = यह सिर्फ़ वही कर सकते हैं जो { $room } में सुन रहे हों।
error-voice-listeners-only-next = कृपया पहले वहाँ आइए।

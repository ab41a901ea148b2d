# ब्राउज़र में चैट पेज। बटन छोटे हों: फ़ोन पर दो-तीन एक ही पंक्ति में आते हैं।

## पेज का ढाँचा

page-description = एक सेल्फ़ी और एक गाना दीजिए, मूड के पाँच गाने और उनकी वजह पाइए।
page-skip = सीधे मैसेज लिखने की जगह पर जाएँ
page-conversation = बातचीत
page-messages = मैसेज
page-speaker-moodmix = moodmix
page-speaker-you = आप
page-no-start = moodmix से संपर्क नहीं हो पा रहा। देखिए कि वह चल रहा है या नहीं, और यह पेज रीलोड कीजिए।
page-no-script = चैट पेज को JavaScript चाहिए। टर्मिनल में “moodmix mix” यही काम उसके बिना करता है।
page-still-there = आपकी पिछली लिस्ट अब भी यहाँ है।
page-in-words = शब्दों में
page-close = बंद करें
page-cancel = रद्द करें

## मेन्यू

page-menu = मेन्यू
page-menu-help = मदद
page-menu-history = मेरे मूड
page-menu-week = मेरा हफ़्ता
page-menu-settings = सेटिंग
page-menu-faces = मेरे अपने चेहरे
page-menu-privacy = निजता
page-menu-export = मेरा डेटा
page-menu-withdraw = मेरी सहमति वापस लें
page-menu-forget = मुझे भूल जाएँ …

## मैसेज लिखना

page-your-message = आपका मैसेज
page-attached = जोड़ी गई फ़ाइलें
page-song-label = गाना: कलाकार और नाम, या लिंक
page-song-placeholder = कलाकार - गाना, या लिंक
page-song-is-file = गाना ऊपर वाली फ़ाइल है
page-send = भेजें
page-mood-tool = मूड
page-photo-tool = फ़ोटो
page-camera-tool = कैमरा
page-audio-tool = गाने की फ़ाइल
page-drop = फ़ोटो, वीडियो या गाना यहाँ छोड़िए
page-remove = हटाएँ
page-remove-file = { $name } हटाएँ
page-hint-agreed = पढ़ते ही आपकी तस्वीर हटा दी जाती है।
page-hint-not-agreed = चेहरा दिखाने के लिए ऊपर सहमति दीजिए। मूड और गाना उसके बिना भी चलते हैं।
page-picture-sent = आपकी भेजी तस्वीर

## जवाब

page-new-tab = { $service }: { $title } (नया टैब)
page-like = मुझे { $title } पसंद है
page-not-for-me = { $title } मेरे लिए नहीं है
page-thumb-up = अँगूठा ऊपर
page-thumb-down = अँगूठा नीचे
page-timeline-open = चेहरा कैसे बदला
page-mood-open = कहीं बीच में …
page-mood-instead = इसकी जगह मूड बताएँ

## मूड बताना

page-plane-title = या कहीं बीच में
page-dark = भारी
page-bright = खुशनुमा
page-calm = शांत
page-energetic = जोशीला
page-brightness = भारी से खुशनुमा तक
page-energy = शांत से जोशीले तक
page-feel = आपका मन:
page-mood-take = हाँ, यही है
page-mood-told = मेरा मूड: { $mood }
# ऐसे शब्द के बाद जो किसी जाने हुए मूड का नहीं है।
page-mood-unknown = यह शब्द किस मूड का है, मुझे नहीं पता। जो सबसे करीब हो उसे चुनिए।

## कैमरा

page-camera-title = कैमरा
page-camera-view = कैमरे को जो दिख रहा है
page-camera-close = बंद करें
page-camera-shoot = फ़ोटो लें
page-camera-ready = जब तक आप फ़ोटो न लें, आपकी तस्वीर यहीं रहती है।
page-camera-refused = कैमरा इस्तेमाल नहीं हो पा रहा। उसकी जगह फ़ोटो चुनिए, या अपना मूड बताइए।
page-observe = मुझे देखिए
page-observe-ready = फ़ोटो लीजिए, या अपने गाने के बारे में सोचते हुए 15 सेकंड कैमरे के सामने रहिए।
page-observe-progress = बीता हुआ समय
page-observe-bars = हर मूड के सेकंड
page-observe-searching = आपका चेहरा ढूँढा जा रहा है …
page-observe-seen = आपका चेहरा दिख रहा है।
page-observe-so-far = { $seconds } सेकंड बाद सबसे ज़्यादा: { $mood }
page-observe-enough = इतना काफ़ी है
page-observed = आपने मुझे देखा।
page-seconds = { $seconds } सेकंड

## मेरे अपने चेहरे

page-faces-intro = दिखाइए कि हर मूड में आपका चेहरा कैसा होता है, और moodmix आपका अपना चेहरा सीख सकता है: हर मूड की करीब 100 तस्वीरें, कुछ में सिर घूमा हुआ या रोशनी अलग।
page-faces-question = अभी आपका चेहरा कैसा है?
page-faces-count = { $count } / { $aim }
page-faces-start = तस्वीरें लें
page-faces-stop = रोकें
page-faces-drop = आखिरी वाली हटाएँ
page-faces-clear = सब हटाएँ
page-faces-clear-question = सचमुच सब हटाएँ?
page-faces-cleared = सारी तस्वीरें हटा दी गईं।
page-faces-dropped = { $mood }: आखिरी तस्वीर हटा दी गई।
page-faces-taken = { $mood }: { $count }
page-faces-enough = { $mood }: इतना काफ़ी है, शुक्रिया। अगला मूड चुनिए।
page-faces-shipped = मेरा चेहरा पहले की तरह पढ़ें
page-faces-as-shipped = अब आपका चेहरा फिर वैसे ही पढ़ा जाएगा जैसे सबका।
page-faces-learned = moodmix ने आपका चेहरा सीख लिया: { $held_out } तस्वीरों में से, जो उसने पहले नहीं देखी थीं, अब वह { $after } सही पढ़ता है; पहले { $before } पढ़ता था।
page-faces-where = आपके चेहरे की छोटी ग्रे तस्वीरें सिर्फ़ इसी मशीन पर हैं, moodmix के डेटा के “own-faces” फ़ोल्डर में। उनसे सीखने के लिए टर्मिनल में “moodmix train faces --finetune” चलाइए। “मुझे भूल जाएँ” से वे भी मिट जाती हैं।
# पेज पर निजता की जानकारी के बाद।
page-privacy-faces = सिर्फ़ यहाँ, उस व्यक्ति के लिए जिसकी यह मशीन है: “मेरे अपने चेहरे” में ली गई तस्वीरें आपके चेहरे की छोटी ग्रे तस्वीरें होती हैं। वे सिर्फ़ इसी मशीन पर रहती हैं, जब तक आप उन्हें न हटाएँ या “मुझे भूल जाएँ” न चुनें।

## समय के साथ मूड, और अपने डेटा की प्रति

page-history = पिछले हफ़्तों के आपके मूड।
page-history-none = अभी आपका कोई मूड मुझे पता नहीं है। अपना चेहरा दिखाइए या मूड बताइए, फिर वे जुड़ते जाएँगे।
page-week = आपका हफ़्ता, मूड और संगीत में।
page-export = आपके बारे में जो कुछ रखा है, सब यहाँ है।
page-export-text = पढ़ने के लिए सब कुछ
page-download = { $name } सेव करें

## सेटिंग

page-settings-song-languages-hint = कुछ न चुनें, तो गाने किसी भी भाषा के हो सकते हैं।
page-settings-add = जोड़ें
page-language-remove = सिर्फ़ { $language } वाली शर्त हटाएँ
page-settings-artists-none = कोई छोड़ा नहीं गया है। 👎 दबाने के बाद “… का कुछ नहीं” दिखता है।
page-artist-again = { $artist } के गाने फिर से आ सकते हैं
page-settings-save = सेव करें

## जो नहीं हो सकता

error-observation-over = अब मेरी नज़र कैमरे पर नहीं है।
error-observation-over-next = कृपया कैमरा फिर से चालू कीजिए।

# Telegram और Discord के मेन्यू में कमांड और उनके विकल्प: ज़्यादा से ज़्यादा 100 अक्षर।

command-moodmix = आपके मूड के पाँच गाने: एक सेल्फ़ी और एक गाना
command-mood = कैमरे के बिना मूड बताएँ
command-history = पिछले हफ़्तों के आपके मूड
command-week = आपका हफ़्ता: मूड, और पसंद आए गाने
command-settings = भाषाएँ, मौके, और वे कलाकार जिनका कुछ न आए
command-export = आपके बारे में रखा सब कुछ, फ़ाइलों में
command-help = moodmix कैसे चलता है
command-privacy = आपके बारे में क्या रखा जाता है, और कब तक
command-forget = आपके बारे में सब कुछ मिटाएँ

message-command = मूड मिक्स

photo-option = आपके चेहरे की फ़ोटो या छोटा वीडियो
song-option = आपकी पसंद का गाना: कलाकार - गाना, या लिंक
audio-option = या खुद गाना, ऑडियो फ़ाइल के रूप में
intent-option = लिस्ट क्या करे; वरना चेहरे और गाने से तय होता है

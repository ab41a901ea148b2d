# बटन, जितने छोटे हो सकें, और बटनों के समूहों के सवाल।

consent-button = मेरी उम्र 16 साल या ज़्यादा है और मैं सहमत हूँ
owner-agrees-button = चेहरा मेरा है, या जिसका है उसकी सहमति है
forget-button = सब कुछ मिटाएँ
keep-button = रहने दें

play-button = ▶ गाना { $position } चलाएँ

intent-button = { $intent ->
        [modulate] यही मूड रहने दें
        [enhance] मेरा मूड अच्छा करें
       *[soothe] मेरा मन शांत करें
    }
everyone-button = सबका मूड

wish-button = { $wish ->
        [more_like] ✨ ऐसे और गाने
        [not_artist] 🚫 { $artist } का कुछ नहीं
       *[anything] ↺ मेरी फ़रमाइशें हटाएँ
    }

## बटनों का समूह किस बारे में है

mood-question = आपका मूड कैसा है?
whose-question = किसका मूड देखा जाए?
intent-question = लिस्ट क्या करे?
song-question = कौन-सा गाना है?

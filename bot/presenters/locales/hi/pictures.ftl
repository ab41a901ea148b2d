# तस्वीरों में लिखे शब्द, जहाँ जगह कम है, और तस्वीरों का शब्दों में वर्णन।

in-seconds = { $seconds } सेकंड

## मिक्स का कार्ड

card-headline = { $intent ->
        [modulate] { $mood }, इसी के साथ
        [enhance] { $mood }, यहाँ से ऊपर
       *[soothe] { $mood }, अब सुकून की ओर
    }
card-mood = { emotion-name } { $sure }
card-mood-unsure = शायद { emotion-look }
card-mood-everyone = सब { emotion-look-all }

plane-edge = { $edge ->
        [top] जोशीला
        [bottom] शांत
        [left] भारी
       *[right] खुशनुमा
    }
plane-you = आप
plane-song = गाना
card-see-message = (मैसेज में देखिए)

card-alt = { $intent ->
        [modulate] { card-alt-places } गाने: { $tracks }।
       *[other] { card-alt-places } गाने, आपके मूड से एक-एक कदम आगे: { $tracks }।
    }
card-alt-places = { $seed ->
        [song] एक तल, जो भारी से खुशनुमा और शांत से जोशीले तक जाता है। आपका मन: { $face }। आपका गाना: { $song }।
       *[none] एक तल, जो भारी से खुशनुमा और शांत से जोशीले तक जाता है। आपका मन: { $face }।
    }
card-alt-track = { $position } { feeling }

## वीडियो के दौरान मूड

timeline-headline = { $share } समय { emotion-name }
timeline-mood = { emotion-name } { $time }
timeline-alt = { $time } में आपका चेहरा: { $parts }। सबसे ज़्यादा { emotion-look }, { $share } समय।
timeline-alt-mood = { $time } { emotion-look }

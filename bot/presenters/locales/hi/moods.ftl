# मूड: चेहरे के भाव, भारी से खुशनुमा और शांत से जोशीले के बीच के बिंदु।

emotion-name = { $emotion ->
        [angry] गुस्सा
        [disgust] घिन
        [fear] डर
        [happy] खुशी
        [sad] उदासी
        [surprise] हैरानी
       *[neutral] सामान्य
    }
# "आपका चेहरा … लगा" में।
emotion-look = { $emotion ->
        [angry] नाराज़
        [disgust] घिन से भरा
        [fear] डरा हुआ
        [happy] खुश
        [sad] उदास
        [surprise] हैरान
       *[neutral] सामान्य
    }
# "आप सबके चेहरे … लगे" में।
emotion-look-all = { $emotion ->
        [angry] नाराज़
        [disgust] घिन से भरे
        [fear] डरे हुए
        [happy] खुश
        [sad] उदास
        [surprise] हैरान
       *[neutral] सामान्य
    }
# "मन … है" में: पुल्लिंग एकवचन, जैसे चेहरा।
emotion-feel = { emotion-look }

## मूड के तल पर बिंदु

feeling = { $feeling ->
        [bright-energetic] खुशनुमा और जोशीला
        [bright-calm] खुशनुमा और शांत
        [bright] खुशनुमा
        [dark-energetic] भारी और जोशीला
        [dark-calm] भारी और शांत
        [dark] भारी
        [energetic] जोशीला
        [calm] शांत
       *[even] संतुलित
    }
feeling-face = { $feeling ->
        [bright-energetic] खिला हुआ और जोश से भरा
        [bright-calm] खिला हुआ और शांत
        [bright] खिला हुआ
        [dark-energetic] बोझिल और बेचैन
        [dark-calm] बोझिल और शांत
        [dark] बोझिल
        [energetic] जोश से भरा
        [calm] शांत
       *[even] संतुलित
    }
feeling-feel = { $feeling ->
        [bright-energetic] खिला हुआ और जोश से भरा
        [bright-calm] खिला हुआ और शांत
        [bright] खिला हुआ
        [dark-energetic] भारी और बेचैन
        [dark-calm] भारी और शांत
        [dark] भारी
        [energetic] जोश से भरा
        [calm] शांत
       *[even] संतुलित
    }

## चेहरे से क्या पता चला

face-told = आपने बताया कि आपका मन { $mood } है।
face-noted = दर्ज हुआ: आपका मन { $mood } है।
face-look = आपका चेहरा मुझे { emotion-look } लगा ({ $sure } यकीन)।
face-everyone = आप सबके चेहरे कुल मिलाकर मुझे { emotion-look-all } लगे ({ $sure } यकीन)।

face-unsure = { $count ->
        [1] आपका चेहरा पक्का समझ नहीं आया: शायद { $guesses }?
       *[other] आपका चेहरा पक्का समझ नहीं आया: { $guesses }?
    }
face-guess = { emotion-look } ({ $share })

face-course = { $seconds } सेकंड में आपका चेहरा { $parts } दिखा।
face-spent = { $how ->
        [mostly] ज़्यादातर { emotion-look } ({ $seconds } सेकंड)
        [often] सबसे ज़्यादा { emotion-look } ({ $seconds } सेकंड)
        [also] कुछ देर { emotion-look } ({ $seconds } सेकंड)
       *[little] ज़रा-सा { emotion-look } ({ $seconds } सेकंड)
    }
face-steady = { $how ->
        [all] पूरे { $seconds } सेकंड आपका चेहरा { emotion-look } दिखा।
       *[nearly] { $seconds } सेकंड में लगभग पूरे समय आपका चेहरा { emotion-look } दिखा।
    }
face-all-in-all = कुल मिलाकर चेहरा मुझे { emotion-look } लगा ({ $sure } यकीन)।

face-largest = { $seen ->
        [video] मुझे { $faces } चेहरे दिखे, और नज़र सबसे बड़े पर रही।
       *[photo] मुझे { $faces } चेहरे दिखे, और बीच के पास वाला सबसे बड़ा चेहरा पढ़ा गया।
    }

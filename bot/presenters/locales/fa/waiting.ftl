# When an answer takes longer than usual, or was interrupted.

waiting-in-line = یک لحظه، همین حالا افراد زیادی درخواست فرستاده‌اند: نوبت شما در صف: { NUMBER($number) }.

interrupted = { $count ->
        [1] ببخشید، وسط کار روی این قطع شدم. اگر جوابم نرسید، لطفاً یک بار دیگر بفرستید یا بزنید.
       *[other] ببخشید، وسط کار روی { NUMBER($count) } پیام آخرتان قطع شدم. اگر جوابی نرسید، لطفاً یک بار دیگر بفرستیدش.
    }

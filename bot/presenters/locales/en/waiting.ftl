# When an answer takes longer than usual, or was interrupted.

# Many people ask at once. $number is the person's place in the line, 2 or more.
waiting-in-line = A moment, many people are asking just now: you are number { $number } in line.

# moodmix was stopped or the connection broke. $count is how many messages or presses of one person
# were left; the words stand as a reply to the last of them. They may have been answered after all.
interrupted = { $count ->
        [one] Sorry, I was interrupted while I was working on this. If my answer did not arrive, please send or press it once more.
       *[other] Sorry, I was interrupted while I was working on your last { $count } messages. If an answer did not arrive, please send it once more.
    }

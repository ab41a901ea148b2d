# The chat page in a browser.

## What cannot be done

error-observation-over = I am not looking any more.
error-observation-over-next = Please start the camera again.

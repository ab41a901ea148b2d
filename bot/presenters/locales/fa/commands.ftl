# Commands and their options in the menus of Telegram and Discord: at most 100 characters each.

command-moodmix = پنج آهنگ برای حال‌وهوای شما: یک سلفی و یک آهنگ
command-mood = بگویید حالتان چطور است، بدون دوربین
command-history = حال‌وهوای شما در هفته‌های گذشته
command-week = هفتهٔ شما: حال‌وهواها و آهنگ‌هایی که دوست داشتید
command-settings = زبان‌ها، مناسبت‌ها و هنرمندانی که نمی‌خواهید بشنوید
command-export = همهٔ آنچه دربارهٔ شما نگه داشته شده، در چند فایل
command-help = moodmix چطور کار می‌کند
command-privacy = چه چیزی دربارهٔ شما نگه داشته می‌شود و تا کی
command-forget = پاک کردن همهٔ اطلاعات شما

message-command = میکس حال‌وهوا از این عکس

photo-option = عکس یا ویدیوی کوتاهی از چهره‌تان
song-option = آهنگی که دوستش دارید: هنرمند - آهنگ، یا یک لینک
audio-option = یا خود آهنگ به صورت فایل صوتی
intent-option = فهرست چه کار کند؛ اگر نگویید، خودم از روی چهره و آهنگ تصمیم می‌گیرم

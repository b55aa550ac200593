// Only on screens that many people share.

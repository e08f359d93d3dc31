"""Firefox and WebKit, driven by the same few verbs. Chromium has Playwright, which can see more."""

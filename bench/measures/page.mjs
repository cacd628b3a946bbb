// What a user waits for, in the built app in Chromium.

export const inPage = [];

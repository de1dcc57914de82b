/** Where the number at the bell is read. Apart from its route: every page refreshes it, and few ask for it. */
export const UNREAD_PATH = "/inbox/unread";

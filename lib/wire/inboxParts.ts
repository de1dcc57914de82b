/** What an inbox is, for both sides. */

/** Unread entries are counted up to here. */
export const MOST_COUNTED = 100;
/** Entries on a page. */
export const INBOX_PAGE = 50;

export const INBOX_CAUSES = ["mention", "reply", "answered", "note", "task", "voided", "restored", "regraded"] as const;

/**
 * Where somebody who signs in was on the way to, from the address of the sign-in page: a page of this site, in the language of the page.
 * Whatever could lead elsewhere (another site, another scheme) leads to one's own page.
 * @example wayOn("/groups/join/ABCDE12345") → "/groups/join/ABCDE12345"; wayOn("//evil.example") → "/me"
 */
export const wayOn = (next: string | null): string => (next !== null && /^\/[a-z]+(?:\/[\w-]+)*$/.test(next) ? next : "/me");

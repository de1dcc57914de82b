/**
 * Who has tried in vain to sign in, and how often (docs/decisions/0012). Only wrong passwords count. Where a browser that the account
 * knows tries, it answers for itself alone; all others count by account and place, by account, and by how many accounts a place failed at.
 */
import { count, forget, isCounted, refuseSpent, refund, type Counter } from "../http/limits";

/** How somebody tries: by a way of their own (a browser that signed in before, a session), or from an address like anybody. */
export type Way = { readonly own: string } | { readonly address: string };

export interface Tries {
  /** @throws ApiError rate-limited */
  refuseSpent(): Promise<void>;
  failed(): Promise<void>;
  succeeded(): Promise<void>;
}

/**
 * @param account the e-mail address that was typed, in its one spelling, whether or not it has an account; of a school's account, whatever
 *   names it
 * @param pin what is guessed is a PIN, set at `since` (ms): where strangers try, wrong ones are counted by the day as well, and guesses at the
 *   PIN before it count no more (docs/decisions/0023)
 */
export function triesOf(account: string, way: Way, pin?: { readonly since: number }): Tries {
  const since = pin?.since ?? 0;
  if ("own" in way) {
    const own: Counter = ["login-own", `${account} ${way.own}`, since];
    return {
      refuseSpent: () => refuseSpent(own),
      failed: async () => void (await count(...own)),
      succeeded: async () => void (await forget(...own)),
    };
  }
  const pair: Counter = ["login-pair", `${account} ${way.address}`, since];
  const everywhere: Counter = ["login-account", account, since];
  const place: Counter = ["login-place", way.address];
  const day: readonly Counter[] = pin === undefined ? [] : [["pin-day", account, since]];
  return {
    refuseSpent: () => refuseSpent(pair, everywhere, place, ...day),
    async failed() {
      // An account counts once for its place, however often it is tried there, and whichever PIN of it.
      const marked = await isCounted(...pair);
      if ((await count(...pair)) === 1 && !marked) await count(...place);
      for (const each of [everywhere, ...day]) await count(...each);
    },
    async succeeded() {
      // Somebody who mistyped before they got in: no guess, and no mark on the place where a whole school signs in.
      if (await forget(...pair)) await refund(...place);
    },
  };
}

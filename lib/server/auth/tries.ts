/**
 * Who has tried in vain to sign in, and how often (docs/decisions/0012). Only wrong passwords count. Where a browser that the account
 * knows tries, it answers for itself alone; all others count by account and place, by account, and by how many accounts a place failed at.
 */
import { count, forget, refuseSpent, refund, type LimitName } from "../http/limits";

type Counter = readonly [name: LimitName, who: string];

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
 * @param pin what is guessed is a PIN: where strangers try, wrong ones are counted by the day as well (docs/decisions/0023)
 */
export function triesOf(account: string, way: Way, pin = false): Tries {
  if ("own" in way) {
    const own: Counter = ["login-own", `${account} ${way.own}`];
    return {
      refuseSpent: () => refuseSpent(own),
      failed: async () => void (await count(...own)),
      succeeded: async () => void (await forget(...own)),
    };
  }
  const pair: Counter = ["login-pair", `${account} ${way.address}`];
  const everywhere: Counter = ["login-account", account];
  const place: Counter = ["login-place", way.address];
  const day: readonly Counter[] = pin ? [["pin-day", account]] : [];
  return {
    refuseSpent: () => refuseSpent(pair, everywhere, place, ...day),
    async failed() {
      // An account counts once for its place, however often it is tried there.
      if ((await count(...pair)) === 1) await count(...place);
      for (const each of [everywhere, ...day]) await count(...each);
    },
    async succeeded() {
      // Somebody who mistyped before they got in: no guess, and no mark on the place where a whole school signs in.
      if (await forget(...pair)) await refund(...place);
    },
  };
}

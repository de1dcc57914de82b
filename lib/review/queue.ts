import { endOfDay, type Calendar } from "./days";
import type { Schedule } from "./schedule";

/** New cards introduced a day. More would pile up as reviews some days later. */
export const NEW_CARDS_A_DAY = 10;
/** A card in its learning steps may come this much early when nothing else is left. */
export const LEARN_AHEAD_MS = 20 * 60_000;

export interface Queued extends Schedule {
  readonly id: string;
  readonly createdAt: number;
  /** A whole challenge, which takes minutes where a question takes seconds. */
  readonly long: boolean;
  /** From when on the learner wants it beyond the day's limit of new cards, since they took a deck that holds it; null: in none. */
  readonly deckFrom: number | null;
}

export interface Queue<C extends Queued> {
  /** Today's cards in the order to show them. */
  readonly cards: readonly C[];
  /** When the next card after these comes due, or null when none is waiting. */
  readonly nextDue: number | null;
}

/**
 * Today's cards. Order: steps of learning that are due now (they are minutes old), then reviews due by the end of the
 * learner's day, the longest overdue first relative to their interval, then new cards, oldest first: all of the decks that the learner
 * took, and others as far as the day's limit leaves room beside these. Of all that the long ones come last, so that who has two minutes
 * on the way begins with what fits into them. Learning steps up to 20 minutes ahead come after everything.
 * @param introduced new cards already seen for the first time today
 */
export function queueOf<C extends Queued>(cards: readonly C[], introduced: number, now: number, calendar: Calendar): Queue<C> {
  const tonight = endOfDay(now, calendar);
  const learning = cards.filter((c) => c.state === "learning" || c.state === "relearning");
  const dueNow = learning.filter((c) => c.due <= now).sort(byDue);
  const ahead = learning.filter((c) => c.due > now && c.due <= now + LEARN_AHEAD_MS).sort(byDue);
  const reviews = cards
    .filter((c) => c.state === "review" && c.due < tonight)
    .sort((a, b) => overdue(b, now) - overdue(a, now) || byDue(a, b));
  const fresh = cards.filter((c) => c.state === "new" && c.due <= now).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const asked = fresh.filter((c) => isAsked(c, now));
  const room = Math.max(0, NEW_CARDS_A_DAY - introduced - asked.length);
  const allowed = [...asked, ...fresh.filter((c) => !isAsked(c, now)).slice(0, room)];
  const due = [...dueNow, ...reviews, ...allowed];
  const today = [...due.filter((c) => !c.long), ...due.filter((c) => c.long), ...ahead];
  const taken = new Set(today.map((c) => c.id));
  // New cards beyond the limit wait for tomorrow, whatever their own date says.
  const later = cards.filter((c) => !taken.has(c.id)).map((c) => (c.state === "new" ? Math.max(c.due, tonight) : c.due));
  return { cards: today, nextDue: later.length === 0 ? null : Math.min(...later) };
}

/**
 * Whether a card may be reviewed at `now`: what the queue shows may, and nothing else.
 * @param taken of the day's limit: new cards already seen for the first time today, and those of decks that wait
 * @param ahead how much early a learning step may come, in ms
 */
export function isDue(
  card: Schedule & Pick<Queued, "deckFrom">,
  taken: number,
  now: number,
  calendar: Calendar,
  ahead = LEARN_AHEAD_MS,
): boolean {
  const { state, due } = card;
  if (state === "review") return due < endOfDay(now, calendar);
  return state === "new" ? due <= now && (isAsked(card, now) || taken < NEW_CARDS_A_DAY) : due <= now + ahead;
}

/** Whether the day's limit does not hold this new card back. */
const isAsked = ({ deckFrom }: Pick<Queued, "deckFrom">, now: number): boolean => deckFrom !== null && deckFrom <= now;

const byDue = (a: Queued, b: Queued): number => a.due - b.due || (a.id < b.id ? -1 : 1);

/** How late a review is for each day of its interval, in ms: two days late on a two-day card matters more than on a yearly one. */
function overdue(card: Queued, now: number): number {
  return (now - card.due) / Math.max(1, card.scheduledDays);
}

/**
 * Who moderates and who writes down, by a rotation that is fair over absences. Whoever has been at the most sessions since they last had a
 * role is next; whoever was next and could not come keeps their turn. A proposal: anybody may take a role over, and what counts is who had it.
 */

/** One session as far as turns go. */
export interface Turn {
  readonly moderator: string | null;
  readonly scribe: string | null;
  /** Who took part. */
  readonly there: readonly string[];
  /** Who was in the group then and might have been asked: not on leave, not stopped. */
  readonly members: readonly string[];
}

export interface Roles {
  readonly moderator: string | null;
  readonly scribe: string | null;
}

interface Standing {
  /** Sessions attended since the last role. */
  readonly waited: number;
  /** Was next and could not come. */
  readonly owed: boolean;
  /** The session of the last role; the first session for who has had none yet. Behind the point: who was ahead of whom then. */
  readonly since: number;
  /** How often moderator, less how often scribe. */
  readonly lean: number;
}

type Standings = ReadonlyMap<string, Standing>;

/** Both roles. */
const ROLES = 2;

/** `names`, whoever is next first. Of two who have waited equally long, who had a role longer ago; then by name, so that all see the same. */
function inOrder(names: readonly string[], standings: Standings, now: number): string[] {
  const of = (name: string): Standing => standings.get(name) ?? { waited: 0, owed: false, since: now, lean: 0 };
  return [...names].sort((one, other) => {
    const [a, b] = [of(one), of(other)];
    return Number(b.owed) - Number(a.owed) || b.waited - a.waited || a.since - b.since || (one < other ? -1 : 1);
  });
}

/** How things stand after `turns`, oldest first. */
function standingsAfter(turns: readonly Turn[]): Standings {
  const standings = new Map<string, Standing>();
  turns.forEach(({ moderator, scribe, there, members }, at) => {
    const served = [moderator, scribe].filter((name) => name !== null);
    const everybody = [...new Set([...members, ...there, ...served])];
    const order = inOrder(everybody, standings, at);
    const next = order.slice(0, ROLES);
    for (const name of everybody) {
      const before = standings.get(name) ?? { waited: 0, owed: false, since: at, lean: 0 };
      const lean = before.lean + Number(name === moderator) - Number(name === scribe);
      // Of two who served together, whoever was ahead stays ahead.
      if (served.includes(name)) standings.set(name, { waited: 0, owed: false, since: at + 1 + order.indexOf(name) / order.length, lean });
      else if (there.includes(name)) standings.set(name, { ...before, waited: before.waited + 1 });
      else standings.set(name, { ...before, owed: before.owed || next.includes(name) });
    }
  });
  return standings;
}

/**
 * Who moderates and who writes down at the session after `turns`: never one person in both while there are two.
 * @param turns the sessions before, oldest first
 * @param candidates who is expected to be there
 * @example proposed([], ["ara", "bora", "chan"]) → { moderator: "ara", scribe: "bora" }
 */
export function proposed(turns: readonly Turn[], candidates: readonly string[]): Roles {
  const standings = standingsAfter(turns);
  const [first = null, second = null] = inOrder([...new Set(candidates)], standings, turns.length);
  if (first === null || second === null) return { moderator: first, scribe: null };
  // Of the two, the one who has written down more often moderates.
  const leanOf = (name: string): number => standings.get(name)?.lean ?? 0;
  return leanOf(first) <= leanOf(second) ? { moderator: first, scribe: second } : { moderator: second, scribe: first };
}

/**
 * The roles once `name` has taken one over: whoever had it takes what `name` leaves, so that nobody has both.
 * @example takenOver({ moderator: "ara", scribe: "bora" }, "moderator", "bora") → { moderator: "bora", scribe: "ara" }
 */
export function takenOver(roles: Roles, role: keyof Roles, name: string | null): Roles {
  const other = role === "moderator" ? "scribe" : "moderator";
  const swapped = name !== null && roles[other] === name;
  return { ...roles, [role]: name, ...(swapped ? { [other]: roles[role] } : {}) };
}

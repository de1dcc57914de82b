/** What a row of a roster must hold. Rules for the page, which shows what is wrong while it is mended, and for the server, which decides. */
import type { RosterRow, RowFault } from "./cohortParts";
import { normaliseEmail } from "./email";
import { visibleText } from "./visible";

/** Longest name, in characters. */
const NAME_MAX = 40;

/**
 * The one spelling of a nickname, in which those of a class are compared: "김 보라" and "김보라" are the same.
 * @example nicknameKey(" Bo Ra ") → "bora"
 */
export const nicknameKey = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

/** Addresses and nicknames that are in the cohort already, each in its one spelling. */
export interface Known {
  readonly emails: readonly string[];
  readonly nicknames: readonly string[];
}

/** What is wrong with each row, in the order of the rows; nothing at all means that every row can be taken. */
export function faultsOfRows(rows: readonly RosterRow[], { emails, nicknames }: Known): RowFault[][] {
  const [knownEmails, knownNames] = [new Set(emails), new Set(nicknames)];
  const [seenEmails, seenNames] = [new Set<string>(), new Set<string>()];
  return rows.map(({ name, email }) => {
    const faults = faultsOfName(name);
    if (email.trim() !== "") {
      const normal = normaliseEmail(email);
      if (normal === null) faults.push("bad-email");
      else if (seenEmails.has(normal)) faults.push("twice-email");
      else if (knownEmails.has(normal)) faults.push("known-email");
      if (normal !== null) seenEmails.add(normal);
      return faults;
    }
    // Without an address the name is what its owner signs in with.
    const key = nicknameKey(name);
    if (key !== "" && seenNames.has(key)) faults.push("twice-name");
    else if (knownNames.has(key)) faults.push("known-name");
    seenNames.add(key);
    return faults;
  });
}

function faultsOfName(name: string): RowFault[] {
  const trimmed = name.trim();
  if (trimmed === "") return ["no-name"];
  if (trimmed.length > NAME_MAX) return ["long-name"];
  return trimmed === visibleText(trimmed) ? [] : ["hidden-name"];
}

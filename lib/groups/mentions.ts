/**
 * Members inside a text: kept as "@" and the id of their place, so that a name that goes with its account goes from every text. While
 * somebody writes, and where it is read, names stand there instead.
 */

/** A member as others see them while they write. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Ids are made by cuid: 24 letters and digits. */
const MENTION = /@([a-z][a-z0-9]{23})(?![a-z0-9])/g;

/** The ids that a kept text mentions, each once. */
export const mentionedIn = (text: string): string[] => [...new Set([...text.matchAll(MENTION)].map(([, id]) => id))];

/** A kept text in pieces: words, and mentions by id. @example "hi @<id>!" → ["hi ", { member: id }, "!"] */
export function piecesOf(text: string): (string | { readonly member: string })[] {
  const pieces: (string | { readonly member: string })[] = [];
  let from = 0;
  for (const match of text.matchAll(MENTION)) {
    if (match.index > from) pieces.push(text.slice(from, match.index));
    pieces.push({ member: match[1] });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** What each is called while somebody writes: of several with one name the later ones have a number. */
export function handlesOf(members: readonly Named[]): Named[] {
  const taken = new Set<string>();
  return members.map(({ id, name }) => {
    let handle = name;
    for (let n = 2; taken.has(handle); n++) handle = `${name}(${n})`;
    taken.add(handle);
    return { id, name: handle };
  });
}

/** A text as it is typed, as it is kept: "@" and the handle of somebody picked becomes "@" and their id. Of two handles that fit, the longer. */
export function keptText(typed: string, picked: readonly Named[]): string {
  const longest = [...picked].sort((a, b) => b.name.length - a.name.length);
  let kept = "";
  for (let at = 0; at < typed.length;) {
    const hit = typed[at] === "@" ? longest.find(({ name }) => typed.startsWith(name, at + 1)) : undefined;
    // A letter right behind an id would read as part of it.
    const close = hit && /[a-z0-9]/.test(typed[at + 1 + hit.name.length] ?? "") ? " " : "";
    kept += hit ? `@${hit.id}${close}` : typed[at];
    at += hit ? 1 + hit.name.length : 1;
  }
  return kept;
}

/** A kept text as it is typed; those who have no handle keep their id. */
export const typedText = (kept: string, handles: readonly Named[]): string =>
  piecesOf(kept)
    .map((piece) => (typeof piece === "string" ? piece : `@${handles.find(({ id }) => id === piece.member)?.name ?? piece.member}`))
    .join("");

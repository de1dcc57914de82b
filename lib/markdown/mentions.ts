/** `@name` of somebody in the group, inside a text. */

export interface Mention {
  readonly from: number;
  /** Behind the name. */
  readonly to: number;
  readonly name: string;
}

/** What may follow a Hangul name without a space: particles and forms of address. */
const PARTICLES =
  /^(?:님|씨)?(?:[은는이가을를와과의도만로]|으로|에게|에게서|한테|한테서|께|께서|이랑|랑|이나|나|까지|부터|이라고|라고|이네|네|이고|고|이면|면|야|아)?(?![\uac00-\ud7a3])/;

/** Whether a name ends where `rest` begins, or the name is only the beginning of another word. */
function ends(name: string, rest: string): boolean {
  if (/[\uac00-\ud7a3]$/.test(name) && /^[\uac00-\ud7a3]/.test(rest)) return PARTICLES.test(rest);
  return !/^[\p{L}\p{N}_]/u.test(rest) || (/[A-Za-z0-9]$/.test(name) && /^[\uac00-\ud7a3]/.test(rest));
}

/**
 * Names of members behind an "@", left to right; of two that fit, the longer one. Names are compared composed (NFC) and without regard
 * to capitals. An address ("a@b.kr") mentions nobody.
 * @example mentionsIn("@아라가 정리", ["아라"]) → [{ from: 0, to: 3, name: "아라" }]
 */
export function mentionsIn(text: string, names: readonly string[]): Mention[] {
  const found: Mention[] = [];
  if (!text.includes("@")) return found;
  const longest = [...new Set(names)].filter((name) => name.trim() !== "").sort((a, b) => b.length - a.length);
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    if (/[\p{L}\p{N}._]/u.test(text[at - 1] ?? " ")) continue;
    const behind = text.slice(at + 1, at + 1 + 200);
    const name = longest.find((each) => startsWith(behind, each) && ends(each, behind.slice(each.length)));
    if (name !== undefined) found.push({ from: at, to: at + 1 + name.length, name });
  }
  return found;
}

const startsWith = (text: string, name: string): boolean => text.slice(0, name.length).toLowerCase() === name.toLowerCase();

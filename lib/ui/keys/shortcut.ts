/** The one keyboard map: which shortcut a key press means, on whatever layout and through whatever input method. */

export type Shortcut = "1" | "2" | "3" | "4" | "space" | "undo" | "undo-step" | "hint" | "help";

/** What of a `KeyboardEvent` decides. */
export interface Press {
  /** What the layout writes: "u", "&", "ㅕ", "Process" under some input methods. */
  readonly key: string;
  /** Where the key lies: "KeyU", "Digit1". */
  readonly code: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Shift+/ writes it on some layouts, a key of its own on others. */
const HELP = "?";
const DIGITS = ["1", "2", "3", "4"] as const;

/**
 * The Latin letter or digit that is meant. What the layout writes comes first. Where it writes neither (the digit row of AZERTY without
 * Shift, a Korean input method), the place of the key says what is printed on it.
 */
function printed({ key, code }: Press): string {
  if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase();
  const hidden = key === "Process" || key === "Unidentified";
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code);
  // Without Num Lock a numpad key is an arrow.
  if (digit) return hidden || key.length === 1 ? digit[1] : "";
  const letter = /^Key([A-Z])$/.exec(code);
  // A key that writes Latin script or a mark ("é", "?") is not the letter that lies there on another layout.
  const foreign = /^\p{L}$/u.test(key) && !/\p{Script=Latin}/u.test(key);
  return letter && (hidden || foreign) ? letter[1].toLowerCase() : "";
}

/** Null where the press means nothing here, or is a key held down: one press is one act. */
export function shortcutOf(press: Press): Shortcut | null {
  if (press.repeat || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return printed(press) === "z" ? "undo-step" : null;
  if (press.key === HELP) return "help";
  if (press.key === " " || press.code === "Space") return "space";
  const meant = printed(press);
  if (meant === "u") return "undo";
  if (meant === "h") return "hint";
  return DIGITS.find((digit) => digit === meant) ?? null;
}

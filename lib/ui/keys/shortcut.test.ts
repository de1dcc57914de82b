import { describe, expect, it } from "vitest";
import { shortcutOf, type Press, type Shortcut } from "./shortcut";

const press = (key: string, code: string, more: Partial<Press> = {}): Press => ({
  key,
  code,
  repeat: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe("shortcutOf", () => {
  it.each<[string, string, string, Shortcut | null]>([
    ["QWERTY", "1", "Digit1", "1"],
    ["QWERTY", "4", "Digit4", "4"],
    ["QWERTY", "5", "Digit5", null],
    ["QWERTY", "u", "KeyU", "undo"],
    ["QWERTY with Caps Lock", "U", "KeyU", "undo"],
    ["QWERTY", "?", "Slash", "help"],
    ["QWERTY", "/", "Slash", null],
    ["AZERTY", "&", "Digit1", "1"],
    ["AZERTY", "é", "Digit2", "2"],
    ["AZERTY with Shift", "3", "Digit3", "3"],
    ["AZERTY", "?", "KeyM", "help"],
    ["Dvorak", "u", "KeyF", "undo"],
    ["Dvorak, the key that QWERTY calls u", "g", "KeyU", null],
    ["QWERTY", "h", "KeyH", "hint"],
    ["Dvorak", "h", "KeyJ", "hint"],
    ["Korean input method", "ㅗ", "KeyH", "hint"],
    ["numpad", "2", "Numpad2", "2"],
    ["numpad without Num Lock", "ArrowDown", "Numpad2", null],
    ["Korean input method", "ㅕ", "KeyU", "undo"],
    ["Korean input method in composition", "Process", "KeyU", "undo"],
    ["Korean input method, another key", "ㅏ", "KeyK", null],
    ["Korean input method", "Process", "Digit3", "3"],
    ["Cyrillic", "г", "KeyU", "undo"],
    ["Turkish", "ı", "KeyI", null],
    ["any", " ", "Space", "space"],
    ["any", "Enter", "Enter", null],
  ])("%s: %s on %s", (_, key, code, meant) => expect(shortcutOf(press(key, code))).toBe(meant));

  it("takes a key that is held down once", () => expect(shortcutOf(press("3", "Digit3", { repeat: true }))).toBeNull());

  it("leaves the browser's own chords alone", () => {
    expect(shortcutOf(press("u", "KeyU", { ctrlKey: true }))).toBeNull();
    expect(shortcutOf(press("1", "Digit1", { altKey: true }))).toBeNull();
    expect(shortcutOf(press("1", "Digit1", { metaKey: true }))).toBeNull();
  });

  it("takes Ctrl+Z and ⌘Z by layout", () => {
    expect(shortcutOf(press("z", "KeyZ", { ctrlKey: true }))).toBe("undo-step");
    expect(shortcutOf(press("z", "KeyW", { metaKey: true }))).toBe("undo-step");
    expect(shortcutOf(press("w", "KeyZ", { ctrlKey: true }))).toBeNull();
    expect(shortcutOf(press("ㅋ", "KeyZ", { ctrlKey: true }))).toBe("undo-step");
  });
});

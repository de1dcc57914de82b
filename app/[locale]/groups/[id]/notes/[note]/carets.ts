/** Cursors of others in the editor: a stroke with a name, and what they have selected, in their colour. */
import { StateEffect, type Extension, type Range } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, WidgetType, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import { indexOf, type OpenNote } from "@/lib/client/notes";
import { colourNumber } from "./colours";
import type { Person } from "@/lib/wire/groupParts";

/** Who is behind a cursor. */
export interface CaretNames {
  readonly nameOf: (member: string) => string;
  readonly people: () => readonly Person[];
}

const moved = StateEffect.define<null>();

class Caret extends WidgetType {
  constructor(
    private readonly name: string,
    private readonly colour: number,
  ) {
    super();
  }

  override eq(other: Caret): boolean {
    return other.name === this.name && other.colour === this.colour;
  }

  override toDOM(): HTMLElement {
    const caret = document.createElement("span");
    caret.className = `note-caret note-caret-${this.colour}`;
    caret.setAttribute("aria-hidden", "true");
    const name = document.createElement("span");
    name.className = "note-caret-name";
    name.textContent = this.name;
    caret.append("\u2060", name);
    return caret;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

export function carets({ sync: { text }, presence }: OpenNote, { nameOf, people }: CaretNames): Extension {
  const drawn = (length: number): DecorationSet => {
    const marks: Range<Decoration>[] = [];
    for (const { member, cursor } of presence.others) {
      if (cursor === null) continue;
      const [anchor, head] = [indexOf(text, cursor.anchor), indexOf(text, cursor.head)];
      if (anchor === null || head === null) continue;
      const colour = colourNumber(people(), member);
      const [from, to] = [Math.min(anchor, head, length), Math.min(Math.max(anchor, head), length)];
      if (from < to) marks.push(Decoration.mark({ class: `note-selection note-caret-${colour}` }).range(from, to));
      const caret = new Caret(nameOf(member), colour);
      marks.push(Decoration.widget({ widget: caret, side: head < anchor ? -1 : 1 }).range(Math.min(head, length)));
    }
    return Decoration.set(marks, true);
  };
  class Plugin {
    decorations: DecorationSet;
    readonly #stop: () => void;
    #timer: ReturnType<typeof setTimeout> | undefined;

    constructor(view: EditorView) {
      this.decorations = drawn(view.state.doc.length);
      this.#stop = presence.subscribe(() => {
        clearTimeout(this.#timer);
        // Never in the middle of another change of the editor.
        this.#timer = setTimeout(() => view.dispatch({ effects: moved.of(null) }), 0);
      });
    }

    update({ docChanged, transactions, state }: ViewUpdate): void {
      if (docChanged || transactions.some(({ effects }) => effects.some((effect) => effect.is(moved))))
        this.decorations = drawn(state.doc.length);
    }

    destroy(): void {
      clearTimeout(this.#timer);
      this.#stop();
    }
  }
  return ViewPlugin.fromClass(Plugin, { decorations: (plugin) => plugin.decorations });
}

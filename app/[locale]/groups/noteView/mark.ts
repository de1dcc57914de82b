/** Where something goes that comes later than it was asked for: a picture stands where the cursor was when it was pasted, or where it was let go. */
import { indexOf, placeAt, type OpenNote } from "@/lib/client/notes";

/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The cursor of a field or an editor, in UTF-16 units. */
interface Caret {
  readonly at: () => number;
  /** The sign under a point; null where the field cannot tell. */
  readonly under: (point: Point) => number | null;
  readonly move: (to: number) => void;
}

async function caretIn(place: HTMLElement): Promise<Caret | null> {
  const field = place.querySelector("textarea");
  // The field puts its own cursor behind what is written at it.
  if (field) return { at: () => field.selectionEnd, under: () => null, move: () => undefined };
  const editor = place.querySelector<HTMLElement>(".cm-editor");
  if (editor === null) return null;
  const { EditorView } = await import("@codemirror/view");
  const view = EditorView.findFromDOM(editor);
  return (
    view && {
      at: () => view.state.selection.main.head,
      under: (point) => view.posAtCoords(point),
      move: (to) => view.dispatch({ selection: { anchor: to } }),
    }
  );
}

/**
 * Marks a place in the shared text: the cursor's, or the one under a point. What comes back writes there, however much was written before it
 * meanwhile, one thing after the other; a cursor that stands there comes to stand behind it.
 */
export async function markCaret(place: HTMLElement, { sync: { text } }: OpenNote, point?: Point): Promise<(markdown: string) => void> {
  const caret = await caretIn(place);
  const at = placeAt(text, (point && caret?.under(point)) ?? caret?.at() ?? text.length);
  return (markdown) => {
    const index = indexOf(text, at) ?? text.length;
    const here = caret?.at() === index;
    text.insert(index, markdown);
    if (here) caret.move(index + markdown.length);
  };
}

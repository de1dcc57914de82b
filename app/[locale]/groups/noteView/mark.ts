/** Where something goes that comes later than it was asked for: a picture stands where the cursor was when it was pasted. */
import { indexOf, placeAt, type OpenNote } from "@/lib/client/notes";

/** Where the cursor stands in the field or editor inside `place`, in UTF-16 units; null where it has neither. */
async function caretIn(place: HTMLElement): Promise<number | null> {
  const field = place.querySelector("textarea");
  if (field) return field.selectionEnd;
  const editor = place.querySelector<HTMLElement>(".cm-editor");
  if (editor === null) return null;
  const { EditorView } = await import("@codemirror/view");
  return EditorView.findFromDOM(editor)?.state.selection.main.head ?? null;
}

/** Marks the cursor's place in the shared text. What comes back writes there, however much was written before it meanwhile. */
export async function markCaret(place: HTMLElement, { sync: { text } }: OpenNote): Promise<(markdown: string) => void> {
  const at = placeAt(text, (await caretIn(place)) ?? text.length);
  return (markdown) => text.insert(indexOf(text, at) ?? text.length, markdown);
}

/** The editor: Markdown in CodeMirror over the shared text, with everybody's cursors. Loaded when somebody writes, and not before. */
import { defaultKeymap, indentWithTab } from "@codemirror/commands";
import { markdown } from "@codemirror/lang-markdown";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder, type ViewUpdate } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { yCollab, yUndoManagerKeymap } from "y-codemirror.next";
import * as Y from "yjs";
import { fits, placeAt, type OpenNote } from "@/lib/client/notes";
import { carets, type CaretNames } from "./carets";

export interface EditorWords extends CaretNames {
  readonly label: string;
  readonly language: string;
  /** Called when something is put in: whether it went in, or was too long for the note. */
  readonly onPut: (fits: boolean) => void;
}

/** After a composition the editor reads its text once more; what others wrote comes in behind that. */
const AFTER_COMPOSING_MS = 80;

const LOOKS = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "700", color: "var(--ink)" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: [tags.link, tags.url], color: "var(--brand)" },
  { tag: tags.monospace, fontFamily: "var(--font-mono)" },
  { tag: [tags.quote, tags.processingInstruction, tags.contentSeparator], color: "var(--ink-2)" },
]);

const SHAPE = EditorView.theme({
  "&": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--line-strong)", borderRadius: "var(--radius)" },
  "&.cm-focused": { outline: "3px solid var(--brand)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.7" },
  ".cm-content": { minHeight: "22rem", padding: "1rem 0 6rem", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 1rem" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-placeholder": { color: "var(--ink-3)" },
});

/** Shows the editor in `parent` until the function that comes back is called. */
export function mountEditor(parent: HTMLElement, open: OpenNote, words: EditorWords): () => void {
  const { sync, presence } = open;
  const undoManager = new Y.UndoManager(sync.text);
  let calm: ReturnType<typeof setTimeout> | undefined;

  const composing = EditorView.domEventHandlers({
    compositionstart: (_, view) => {
      clearTimeout(calm);
      sync.compose(true, () => view.state.doc.lineAt(Math.min(view.state.selection.main.head, view.state.doc.length)));
      return false;
    },
    compositionend: () => {
      clearTimeout(calm);
      calm = setTimeout(() => sync.compose(false), AFTER_COMPOSING_MS);
      return false;
    },
    blur: () => {
      clearTimeout(calm);
      calm = setTimeout(() => sync.compose(false), AFTER_COMPOSING_MS);
      presence.move(null);
      return false;
    },
  });
  const cursor = EditorView.updateListener.of(({ view, selectionSet, docChanged, focusChanged }: ViewUpdate) => {
    if (!view.hasFocus || !(selectionSet || docChanged || focusChanged)) return;
    const { anchor, head } = view.state.selection.main;
    presence.move({ anchor: placeAt(sync.text, anchor), head: placeAt(sync.text, head) });
  });
  const short = EditorState.transactionFilter.of((change) => {
    if (!change.docChanged || !(change.isUserEvent("input") || change.isUserEvent("delete"))) return change;
    const pasted = change.isUserEvent("input.paste") || change.isUserEvent("input.drop");
    const fit = !pasted || fits(change.startState.doc.toString(), change.newDoc.toString());
    words.onPut(fit);
    // What is pasted is undone alone, however soon it follows what was typed.
    if (pasted) undoManager.stopCapturing();
    return fit ? change : [];
  });
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: sync.text.toString(),
      extensions: [
        keymap.of([...yUndoManagerKeymap, ...defaultKeymap, indentWithTab]),
        drawSelection(),
        EditorView.lineWrapping,
        markdown(),
        syntaxHighlighting(LOOKS),
        SHAPE,
        placeholder(words.label),
        EditorView.contentAttributes.of({ "aria-label": words.label, lang: words.language, spellcheck: "false" }),
        yCollab(sync.text, null, { undoManager }),
        carets(open, words),
        composing,
        cursor,
        short,
      ],
    }),
  });
  return () => {
    clearTimeout(calm);
    sync.compose(false);
    view.destroy();
    undoManager.destroy();
  };
}

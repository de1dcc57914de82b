/** What a note is laid out from. There is no kind for HTML: what is not listed here cannot come out of a note. Plain JSON. */

export type Inline =
  | { readonly type: "text" | "code"; readonly text: string }
  | { readonly type: "break" }
  | { readonly type: "math"; readonly tex: string; readonly display: boolean }
  | { readonly type: "strong" | "em" | "strike"; readonly children: readonly Inline[] }
  /** An address that `allowedHref` lets through. */
  | { readonly type: "link"; readonly href: string; readonly children: readonly Inline[] }
  /** A picture of the note's own, by its id; or of elsewhere, which is named and not loaded. */
  | { readonly type: "image"; readonly alt: string; readonly id: string }
  | { readonly type: "elsewhere"; readonly alt: string; readonly href: string | null }
  /** `[[name]]`. */
  | { readonly type: "topic"; readonly name: string };

export interface Item {
  /** Of a task: whether it is done, and on which line of the text it stands, from 0. */
  readonly task: { readonly done: boolean; readonly line: number } | null;
  readonly children: readonly Block[];
}

export type Align = "left" | "center" | "right" | null;

export type Block =
  /** `tight`: the only line of a list's entry. */
  | { readonly type: "paragraph"; readonly tight: boolean; readonly children: readonly Inline[] }
  /** A link that stands alone on its line. */
  | { readonly type: "alone"; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: "heading"; readonly level: number; readonly children: readonly Inline[] }
  | { readonly type: "quote"; readonly children: readonly Block[] }
  | { readonly type: "list"; readonly ordered: boolean; readonly start: number; readonly items: readonly Item[] }
  | { readonly type: "code"; readonly language: string; readonly text: string }
  | { readonly type: "math"; readonly tex: string }
  | {
      readonly type: "table";
      readonly align: readonly Align[];
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly type: "rule" };

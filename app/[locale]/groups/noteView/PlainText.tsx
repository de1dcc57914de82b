/** A note's text as it was typed. */
export function PlainText({ text }: { readonly text: string }) {
  return (
    <div data-testid="note-plain" className="whitespace-pre-wrap break-words text-ink">
      {text}
    </div>
  );
}

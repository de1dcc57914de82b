"use client";

/** Says `message` politely each time it changes. Always in the page, so that the first change is announced as well. */
export function LiveRegion({ message }: { readonly message: string }) {
  return (
    <span role="status" aria-live="polite" className="sr-only">
      {message}
    </span>
  );
}

import type { ComponentProps } from "react";
import { kept } from "./Unbroken";

function Anchor({ id }: { readonly id?: string }) {
  return id ? (
    <a
      href={`#${id}`}
      aria-hidden="true"
      tabIndex={-1}
      className="ml-2 font-normal text-ink-3 no-underline opacity-0 transition-opacity duration-150 group-hover:opacity-100"
    >
      #
    </a>
  ) : null;
}

/** A section's title; the mark beside it links to it. */
export function H2({ id, children }: ComponentProps<"h2">) {
  return (
    <h2 id={id} className="group">
      {kept(children)}
      <Anchor id={id} />
    </h2>
  );
}

export function H3({ id, children }: ComponentProps<"h3">) {
  return (
    <h3 id={id} className="group">
      {kept(children)}
      <Anchor id={id} />
    </h3>
  );
}

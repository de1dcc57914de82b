"use client";

import { Link } from "@/i18n/navigation";
import { Boki } from "@/lib/ui/brand";
import { buttonStyle } from "@/lib/ui/components";

interface Props {
  readonly title: string;
  readonly text: string;
  /** Where there is something. */
  readonly href: string;
  readonly way: string;
}

/** In place of what does not exist, for whoever looks: the same words whether it never was or is not theirs to see. */
export function Nothing({ title, text, href, way }: Props) {
  return (
    <div className="flex flex-col items-center gap-4 py-16 text-center" data-testid="not-here">
      <Boki mood="puzzled" className="size-32" />
      <h1 className="m-0 text-2xl font-bold text-ink">{title}</h1>
      <p className="m-0 max-w-prose text-ink-2">{text}</p>
      <Link href={href} className={buttonStyle("secondary")}>
        {way}
      </Link>
    </div>
  );
}

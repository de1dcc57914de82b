import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { unbroken } from "@/lib/words";

interface Props {
  readonly title: string;
  /** The title asks for a line of the reader's own; what stands inside is a model answer, opened once that is written. */
  readonly folded?: boolean;
  readonly children: ReactNode;
}

/** Something beside the path: worth knowing, not needed to go on. */
export function Aside({ title, folded = false, children }: Props) {
  return (
    <aside aria-label={title} className="my-6 border-l-4 border-box-0 bg-paper-2 py-3 pl-5 pr-4 text-ink [&_p+p]:mt-2">
      <p className="mb-1 font-bold">{unbroken(title)}</p>
      {folded ? <Folded>{children}</Folded> : children}
    </aside>
  );
}

function Folded({ children }: Pick<Props, "children">) {
  const t = useTranslations("lesson");
  return (
    <details>
      <summary className="min-h-11 w-fit cursor-pointer py-2.5 font-semibold text-brand">{t("modelAnswer")}</summary>
      {children}
    </details>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { classNames } from "@/lib/ui/components";

interface Section {
  readonly id: string;
  readonly title: string;
}

/** The lesson's sections at its side, the one being read marked. Shown where there is room for it. */
export function LessonContents() {
  const t = useTranslations("lesson");
  const [sections, setSections] = useState<readonly Section[]>([]);
  const [here, setHere] = useState<string | null>(null);

  useEffect(() => {
    const titles = [...document.querySelectorAll<HTMLHeadingElement>("#lesson h2[id]")];
    // The observer reports once at the start, which is when the list is filled.
    const observer = new IntersectionObserver(
      () => {
        setSections(titles.map((h) => ({ id: h.id, title: (h.firstChild?.textContent ?? h.textContent ?? "").trim() })));
        const above = titles.filter((h) => h.getBoundingClientRect().top < window.innerHeight * 0.35);
        setHere(above[above.length - 1]?.id ?? null);
      },
      // Without an upper edge: a title counts as above the line however far above, so none is leapt over by a jump.
      { rootMargin: "1000000px 0px -65% 0px" },
    );
    titles.forEach((h) => observer.observe(h));
    return () => observer.disconnect();
  }, []);

  return (
    <nav aria-label={t("contents")} className="hidden xl:block">
      <div className="sticky top-[calc(var(--header)+2rem)] pt-8">
        <p className="mb-2 text-sm font-bold text-ink">{t("contents")}</p>
        <ol className="m-0 flex list-none flex-col border-l border-line p-0">
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                aria-current={here === id ? "location" : undefined}
                className={classNames(
                  "-ml-px block border-l-2 py-1.5 pl-3 text-sm leading-snug transition-colors duration-150",
                  here === id ? "border-brand font-semibold text-ink" : "border-transparent text-ink-2 hover:text-ink",
                )}
              >
                {title}
              </a>
            </li>
          ))}
        </ol>
      </div>
    </nav>
  );
}

import { useTranslations } from "next-intl";
import type { Topic } from "@/lib/challenges";

/** The topic's sources. */
export function References({ references }: Pick<Topic, "references">) {
  const t = useTranslations("lesson");
  return (
    <section aria-labelledby="references" className="not-prose mt-12 border-t border-line pt-6">
      <h2 id="references" className="mb-3 text-xl font-bold text-ink">
        {t("references")}
      </h2>
      <ul className="flex list-none flex-col gap-2 p-0 text-sm text-ink-2">
        {references.map((it) => (
          <li key={it.url} lang="en">
            {it.authors} ({it.year}).{" "}
            <a
              href={it.url}
              rel="noreferrer"
              target="_blank"
              className="font-medium text-ink underline decoration-brand underline-offset-4"
            >
              {it.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

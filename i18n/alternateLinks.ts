import { LOCALES } from "@/lib/challenges/text";

/**
 * The Link header that names a page's other languages to search engines: under the site's own address, and none where it has none.
 * @param path as asked for: "/ko/learn"
 */
export function alternateLinks(path: string, site: string | undefined): string | null {
  const [, language, rest] = /^\/([^/]+)(.*)$/.exec(path) ?? [];
  if (site === undefined || !LOCALES.some((locale) => locale === language)) return null;
  const links = LOCALES.map((locale) => `<${site}/${locale}${rest}>; rel="alternate"; hreflang="${locale}"`);
  return [...links, `<${site}${rest === "" ? "/" : rest}>; rel="alternate"; hreflang="x-default"`].join(", ");
}

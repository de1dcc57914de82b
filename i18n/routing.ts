import { defineRouting } from "next-intl/routing";
import { LOCALES } from "@/lib/challenges/text";

/** Every page lives under /ko or /en; "/" leads to the reader's language (a choice made here earlier, else the browser's). */
export const routing = defineRouting({
  locales: [...LOCALES],
  defaultLocale: "ko",
  localePrefix: "always",
  // Its links would name whatever host a request names, on pages that caches keep: proxy.ts makes them from the site's own address.
  alternateLinks: false,
  localeCookie: { name: "boxup.locale", maxAge: 60 * 60 * 24 * 365, sameSite: "lax" },
});

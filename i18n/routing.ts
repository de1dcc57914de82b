import { defineRouting } from "next-intl/routing";
import { LOCALES } from "@/lib/challenges/text";

/** Every page lives under /ko or /en; "/" leads to the reader's language (a choice made here earlier, else the browser's). */
export const routing = defineRouting({
  locales: [...LOCALES],
  defaultLocale: "ko",
  localePrefix: "always",
  localeCookie: { name: "boxup.locale", maxAge: 60 * 60 * 24 * 365, sameSite: "lax" },
});

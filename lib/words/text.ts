/** The languages of the product, equal in rank. */
export const LOCALES = ["ko", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** The same sentence in every language. A missing half does not compile. */
export type Text = Readonly<Record<Locale, string>>;

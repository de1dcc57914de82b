export { LOCALES, type Locale, type Text } from "@/lib/words";

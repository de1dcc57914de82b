import type { Locale } from "@/lib/challenges/text";
import type { Messages } from "@/content/messages";

// A key that is not in the messages does not compile.
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing";

/** Next's link and router with the language of the page kept. */
export const { Link, usePathname, useRouter } = createNavigation(routing);

import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing";

export { Link } from "./Link";

/** Next's router with the language of the page kept. */
export const { usePathname, useRouter } = createNavigation(routing);

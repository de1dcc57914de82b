/** The schema library, handed on so that a `challenge.ts` needs no package of its own. */
export { z } from "zod";

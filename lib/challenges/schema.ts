/**
 * The schema library, handed on so that a `challenge.ts` needs no package of its own. Import it as a namespace
 * (`import * as z from "@/lib/challenges/schema"`): through the library's own `z` a bundle keeps all of its 50 languages.
 */
export * from "zod";

/**
 * The schema library, handed on so that a `challenge.ts` needs no package of its own. Import it as a namespace
 * (`import * as z from "@/lib/challenges/schema"`): through the library's own `z` a bundle keeps all of its 50 languages.
 */
import { config } from "zod";

// Before the first schema is made: each one otherwise tries `new Function` to see whether it may compile itself. The pages'
// Content-Security-Policy forbids that, and browsers report the try as an error. Hence schemas of the browser come from here.
config({ jitless: true });

export * from "zod";

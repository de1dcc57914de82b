/**
 * The schema library, handed on so that a `challenge.ts` needs no package of its own. In a browser `smallSchema.ts` stands in its place:
 * what is used of the library has to be there too.
 */
export * from "zod";

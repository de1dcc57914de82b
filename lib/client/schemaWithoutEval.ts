import { config } from "zod";

// The schema library tries `new Function` to see whether it may compile schemas. The pages' Content-Security-Policy forbids that,
// and the browser would report each try as an error. Import this file first wherever the browser begins to parse.
config({ jitless: true });

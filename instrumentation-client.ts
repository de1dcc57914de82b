import { config } from "zod/v4/core";

/**
 * Runs in the browser before any page's code. The schema library would otherwise try `new Function("")` to see whether it may
 * compile its parsers; the Content-Security-Policy refuses, and each page would carry that refusal in its console.
 */
config({ jitless: true });

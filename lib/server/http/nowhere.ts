import { notFound } from "./errors";

/** An address under /api/v1 that no route has: told as every other refusal is, and not by a page. */
export const nowhere = (): Response => notFound().toResponse();

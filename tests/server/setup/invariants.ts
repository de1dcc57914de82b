import { expect } from "vitest";
import { brokenRules } from "./broken";
import type { Database } from "@/lib/server/database/open";

/** What must hold at any time, whatever happened: checked at the end of the suites that write. */
export async function expectInvariants(open: Database): Promise<void> {
  expect(await brokenRules(open)).toEqual({});
}

// A reporter of vitest: says which tests passed only when they were tried again, and why they failed at first.
import { writeFileSync } from "node:fs";

export default class SecondTry {
  #found = [];

  onTestCaseResult(testCase) {
    if (!testCase.diagnostic()?.flaky) return;
    const first = testCase.result().errors?.[0]?.message ?? "";
    this.#found.push(`${testCase.module.relativeModuleId} › ${testCase.fullName}\n    ${first}`);
  }

  onTestRunEnd() {
    if (process.env.BOXUP_SECOND_TRIES) writeFileSync(process.env.BOXUP_SECOND_TRIES, JSON.stringify(this.#found));
  }
}

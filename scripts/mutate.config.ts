/** The tests that answer for one folder of `npm run mutate`, run as their project in vitest.config.ts runs them. */
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import base from "../vitest.config";
import { FOLDERS } from "./mutate-folders";

const folder = FOLDERS[process.env.BOXUP_MUTATE ?? ""];
if (!folder) throw new Error(`BOXUP_MUTATE names no folder that is mutated: ${process.env.BOXUP_MUTATE}`);
const project = base.test?.projects?.find((one) => typeof one === "object" && "test" in one && one.test?.name === folder.project);
if (typeof project !== "object" || !("test" in project)) throw new Error(`vitest.config.ts has no project "${folder.project}"`);

/** The tests that stand next to the code come first: they are the fastest to notice, and the first that notices ends the run. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const nearest = (file: TestSpecification) => (file.moduleId.includes(`/${process.env.BOXUP_MUTATE}/`) ? 0 : 1);
    return (await super.sort(files)).sort((a, b) => nearest(a) - nearest(b));
  }
}

export default defineConfig({ ...project, test: { ...project.test, include: [...folder.tests], sequence: { sequencer: NearestFirst } } });

// npm run dev: the development server with the embedded database; content indexes are written at the start.
import { spawn } from "node:child_process";
import { bin, generate, install, prepareDatabase, run } from "./setup.mjs";

install();
generate();
prepareDatabase();
// The server's threads follow the sources too; without this it would go on grading by yesterday's rules.
const threads = spawn(process.execPath, ["scripts/build-threads.mjs", "--watch"], { stdio: ["ignore", "inherit", "inherit"] });
process.on("exit", () => threads.kill());
run(process.execPath, [bin("next/dist/bin/next"), "dev", "-p", process.env.PORT ?? "3000"]);

// npm run dev: the development server with the embedded database; content indexes are written at the start.
import { bin, generate, install, prepareDatabase, run } from "./setup.mjs";

install();
generate();
prepareDatabase();
run(process.execPath, [bin("next/dist/bin/next"), "dev", "-p", process.env.PORT ?? "3000"]);

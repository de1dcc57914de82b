// npm start: from a fresh clone to a served page. A second start skips whatever is done already.
import { spawn } from "node:child_process";
import { bin, build, generate, install, prepareDatabase, root } from "./setup.mjs";
import { supervise } from "./supervise.mjs";

const port = process.env.PORT ?? "3000";
install();
generate();
prepareDatabase();
build();

const url = process.env.NEXTAUTH_URL ?? `http://localhost:${port}`;
const server = spawn(process.execPath, [bin("next/dist/bin/next"), "start", "-p", port], {
  stdio: ["inherit", "pipe", "inherit"],
  cwd: root,
  env: { ...process.env, NODE_ENV: "production", PORT: port },
});
let announced = false;
server.stdout.on("data", (chunk) => {
  process.stdout.write(chunk);
  if (!announced && /ready/i.test(String(chunk))) {
    announced = true;
    console.log(`\nBoxUp is ready: ${url}\n`);
  }
});
supervise(server);

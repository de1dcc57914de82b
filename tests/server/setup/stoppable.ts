/**
 * `stoppable.ts <mode> <lock>`: a server that holds the database's lock and is stopped as Next is: it answers what is under way, then
 * leaves by `process.exit`. "deaf" hears no signal; "falls" ends by itself with code 3. Prints its port, then each signal that it gets.
 */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { acquireLock } from "@/lib/server/database/lock";

const [mode, lock] = process.argv.slice(2);
acquireLock(lock, (reason) => {
  throw new Error(reason);
});
const waiting: ServerResponse[] = [];
const server = createServer((_, response) => {
  waiting.push(response);
  console.log("asked");
});
server.listen(0, "127.0.0.1", () => {
  console.log(`${process.pid} ${(server.address() as AddressInfo).port}`);
  if (mode === "falls") process.exit(3);
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    console.log(signal);
    if (mode === "deaf") return;
    server.close(() => process.exit(0));
    for (const response of waiting) response.setHeader("Connection", "close").end("answered");
    server.closeIdleConnections();
  });
}

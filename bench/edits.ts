/**
 * npm run bench:edits   what a member costs everybody who sends a note the slowest edits that are let through: answers of /health meanwhile,
 * asked every 25 ms, and edits of somebody else in another note. The routes' own handlers in this process, on each kind of database.
 */
import { main } from "./edits/main";

await main();

import { PGlite } from "@electric-sql/pglite";
import { setImmediate as othersFirst } from "node:timers/promises";
import { PrismaPGlite } from "pglite-prisma-adapter";

type Adapter = Awaited<ReturnType<PrismaPGlite["connect"]>>;
type Asked = Pick<Adapter, "queryRaw" | "executeRaw">;

/**
 * The published adapter with its scripts awaited: as published, `executeScript` starts the script and answers at once, so a
 * broken one counts as done and its error ends the process as an unhandled rejection.
 */
export class AwaitedPGliteAdapter extends PrismaPGlite {
  readonly #database: PGlite;
  /** When a statement outside a transaction was last answered, in ms; 0 before the first. */
  answeredAt = 0;

  constructor(database: PGlite) {
    super(database);
    this.#database = database;
  }

  override async connect(): Promise<Adapter> {
    const adapter = awaited(await super.connect(), this.#database);
    inTurn(adapter);
    const begin = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => inTurn(await begin(isolation));
    const ask = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await ask(query);
      this.answeredAt = Date.now();
      return result;
    };
    return adapter;
  }

  /** A fresh database in memory, for computing differences between schemas. */
  override async connectToShadowDb(): Promise<Adapter> {
    const shadow = await PGlite.create();
    const adapter = awaited(await new PrismaPGlite(shadow).connect(), shadow);
    adapter.dispose = () => shadow.close();
    return adapter;
  }
}

/**
 * One statement after the other, and before each whatever else has come in has its turn. The database runs on this very thread and hands
 * over from one to the next without going back to the event loop, so under a crowd nobody would be let in, and no question about the
 * server's health heard, until the last statement in its queue was done.
 */
function inTurn<T extends Asked>(asked: T): T {
  let last: Promise<unknown> = Promise.resolve();
  const next = <R>(statement: () => Promise<R>): Promise<R> => {
    const turn = last.then(() => othersFirst()).then(statement);
    last = turn.catch(() => undefined);
    return turn;
  };
  const [query, execute] = [asked.queryRaw.bind(asked), asked.executeRaw.bind(asked)];
  asked.queryRaw = (statement) => next(() => query(statement));
  asked.executeRaw = (statement) => next(() => execute(statement));
  return asked;
}

function awaited(adapter: Adapter, database: PGlite): Adapter {
  adapter.executeScript = async (script) => {
    await database.exec(script);
  };
  return adapter;
}

import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";

type Adapter = Awaited<ReturnType<PrismaPGlite["connect"]>>;

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

function awaited(adapter: Adapter, database: PGlite): Adapter {
  adapter.executeScript = async (script) => {
    await database.exec(script);
  };
  return adapter;
}

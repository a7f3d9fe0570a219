import { PostgresDialect, PostgresDriver, type Driver, type PostgresDialectConfig } from 'kysely';

/** Leaves out the BEGIN: `Database` sends it in one message with the tenant, which saves a round trip of four. */
class LazyBeginDriver extends PostgresDriver {
  override async beginTransaction(): Promise<void> {
    // The first statement of the transaction begins it.
  }
}

/** PostgreSQL for `Database` alone, which begins every transaction itself. */
export class LazyBeginDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new LazyBeginDriver(this.#config);
  }
}

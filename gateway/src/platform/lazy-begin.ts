import { CompiledQuery, PostgresDialect, sql, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import type pg from 'pg';

const MARK = '/* prepared */';
/** Texts differ by sort order and filters only, so that there are fewer in practice. */
const MAX_PREPARED = 200;

/**
 * For statements that are asked for all the time (`select.modifyEnd(PREPARED)`): each connection plans them once, which takes
 * as long as running them. Only for those whose plan is good for every tenant, whatever its size.
 */
export const PREPARED = sql.raw(MARK);

/** A connection of the pool, as Kysely uses it. */
class Connection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  readonly #nameOf: (text: string) => string | undefined;

  constructor(client: pg.PoolClient, nameOf: (text: string) => string | undefined) {
    this.#client = client;
    this.#nameOf = nameOf;
  }

  async executeQuery<R>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const name = text.endsWith(MARK) ? this.#nameOf(text) : undefined;
    const query = { text, values: [...parameters], ...(name === undefined ? {} : { name }) };
    const { command, rowCount, rows } = await this.#client.query<R & pg.QueryResultRow>(query);
    // Several statements in one message have no count of their own.
    const changed = command !== 'SELECT' && typeof rowCount === 'number';
    return { rows: rows ?? [], ...(changed ? { numAffectedRows: BigInt(rowCount) } : {}) };
  }

  streamQuery(): never {
    throw new Error('Nothing is streamed from the database');
  }

  release(): void {
    this.#client.release();
  }
}

/** Leaves out the BEGIN: `Database` sends it in one message with the tenant, which saves a round trip. */
class LazyBeginDriver implements Driver {
  readonly #pool: pg.Pool;
  readonly #names = new Map<string, string>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {
    // The pool connects when it is asked.
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new Connection(await this.#pool.connect(), (text) => this.#nameOf(text));
  }

  async beginTransaction(): Promise<void> {
    // The first statement of the transaction begins it.
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof Connection) connection.release();
  }

  async destroy(): Promise<void> {
    // The pool belongs to whoever opened it.
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= MAX_PREPARED) return known;
    const name = `caas_${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}

/** PostgreSQL for `Database` alone, which begins every transaction itself. */
export class LazyBeginDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor({ pool }: { pool: pg.Pool }) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new LazyBeginDriver(this.#pool);
  }
}

/** The little that the migration runner and the checks need of a connection, the same for both databases. */
export interface SqlConnection {
  /** Runs a script of any number of statements. */
  exec(script: string): Promise<void>;
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

// Why Postgres refused a statement.
// Source of the codes: PostgreSQL documentation, appendix A, "PostgreSQL Error Codes".

const states = {
  /** It took longer than `statement_timeout`, or somebody ended it. */
  query_canceled: '57014',
  /** What it needed was held by another for longer than `lock_timeout`. */
  lock_not_available: '55P03',
};

/** Whether an error of the database layer comes from Postgres with this condition. */
export function isRefusedFor(condition: keyof typeof states, error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === states[condition];
}

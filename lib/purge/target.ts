// What a cache in front of the site must be able to do, and how a refusal is told: without
// addresses or keys, since it goes to the log and to the dashboard.

/** A cache in front of the site. */
export type PurgeTarget = {
  /** Names it in the database and in the log; holds no secret. */
  name: string;
  /** Whether there is anybody to tell at present; always, where it is left out. */
  isWanted?(): Promise<boolean>;
  /** Of one that only hears of changes: it holds no old answers, so that once is enough. */
  storesNothing?: true;
  /** Names of targets that are told first, so that who hears of news from this one finds them there. */
  comesAfter?: readonly string[];
  /**
   * Makes it forget every answer that carries one of these tags.
   * @throws when it cannot be reached or does not agree
   */
  purge(tags: string[]): Promise<void>;
};

/** A target that answered, but not with consent. */
export class PurgeRefused extends Error {
  override name = 'PurgeRefused';
}

const maxLength = 300;

/** Why telling a target failed, in a few words. */
export function describeFailure(error: unknown): string {
  if (error instanceof PurgeRefused) return error.message.slice(0, maxLength);
  if (error instanceof Error && error.name === 'TimeoutError') return 'did not answer in time';
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string')
    return `could not be reached (${cause.code})`;
  return `could not be reached (${cause instanceof Error ? cause.name : typeof cause})`;
}

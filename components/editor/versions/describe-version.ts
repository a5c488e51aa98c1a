// A version as its row in the history reads: who, when and why. Pure.
import { zonedTime } from '../publish/times';

export type DescribedVersion = {
  id: number;
  version: number;
  /** In the site's zone. */
  when: string;
  who: string;
  why: string;
};

const reasons = {
  first: 'As it was before',
  saved: 'Saved',
  published: 'Published',
  restored: 'Restored from an earlier version',
  merged: 'Tags merged or renamed',
  replaced: 'Typed, then replaced',
  imported: 'Imported again',
};

/** Why the database keeps a version. */
type VersionReason = keyof typeof reasons;

type Version = {
  id: number;
  version: number;
  reason: VersionReason;
  savedAt: Date;
  name: string | null;
};

export function describeVersion(
  { id, version, reason, savedAt, name }: Version,
  timeZone: string,
): DescribedVersion {
  return {
    id,
    version,
    when: zonedTime(savedAt.toISOString(), timeZone),
    who: name ?? '–',
    why: reasons[reason],
  };
}

// In a word or two, whether and how a person can sign in. Pure.
import type { Person } from './queries';

type Asked = Pick<Person, 'deactivatedAt' | 'role' | 'hasPassword' | 'hasGithub'>;

export function standing({ deactivatedAt, role, hasPassword, hasGithub }: Asked): string {
  if (deactivatedAt) return 'deactivated';
  if (role === null) return 'cannot sign in';
  if (hasPassword) return hasGithub ? 'password, GitHub' : 'password';
  return hasGithub ? 'GitHub' : 'invited';
}

// `npm run password -- EMAIL [--stdin]`: a new password for somebody who has lost theirs. Prints a
// link that asks for it, or for scripts takes it from standard input.
import { text } from 'node:stream/consumers';
import { createAccessLink, linkHours } from '../auth/access-links';
import { hashPassword } from '../auth/password';
import { dashboardUrls } from '../dashboard-urls';
import type { Database } from '../db/client';
import { newPasswordText } from '../people/input';
import { getPersonByEmail, type Person } from '../people/queries';
import { changePeople, setPassword } from '../people/write';
import { absolute } from '../urls';
import { readArguments } from './arguments';
import { prepareDatabase, withPool } from './command-database';
import { CommandError, loadEnvironment } from './environment';

const usage = `Usage: npm run password -- EMAIL
       npm run password -- EMAIL --stdin < FILE`;

export async function password(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(
    { args, options: { stdin: { type: 'boolean', default: false } }, allowPositionals: true },
    usage,
  );
  const [email, ...surplus] = positionals;
  if (email === undefined || surplus.length > 0) throw new CommandError(usage);
  const env = loadEnvironment();
  const database = await prepareDatabase(env, console.log);
  try {
    await withPool(
      database.directUrl,
      async ({ database: db }) => {
        const person = await requirePerson(email, db);
        console.log(
          values.stdin
            ? await takePassword(person, await text(process.stdin), db)
            : await makeLink(person, env.SITE_URL, db),
        );
      },
      { prepare: env.DATABASE_PREPARE },
    );
  } finally {
    await database.release();
  }
}

/** @throws {CommandError} where a password would let nobody in */
export async function requirePerson(email: string, db: Database): Promise<Person> {
  const person = await getPersonByEmail(email, db);
  if (person === null) throw new CommandError(`Nobody here has the e-mail address ${email}.`);
  if (person.deactivatedAt !== null)
    throw new CommandError(`${email} is deactivated: an owner can change that, under People.`);
  if (person.role === null)
    throw new CommandError(`${email} may not sign in: they have no role here.`);
  return person;
}

/** Makes a link for a new password. The one they had works until it is used. */
export async function makeLink(person: Person, siteUrl: string, db: Database): Promise<string> {
  const token = await createAccessLink({ purpose: 'password', personId: person.id }, db);
  const address = absolute(dashboardUrls.access(token), siteUrl);
  return `With this link ${person.name} can choose a new password, once and within ${linkHours.password} hours:\n\n  ${address}\n`;
}

/**
 * Sets the password that stands in the first line of a text, and signs them out everywhere.
 * @throws {CommandError} when it is too short or too long
 */
export async function takePassword(person: Person, input: string, db: Database): Promise<string> {
  const parsed = newPasswordText.safeParse(input.split(/\r?\n/, 1)[0]);
  if (!parsed.success) throw new CommandError(parsed.error.issues[0]?.message ?? usage);
  const passwordHash = await hashPassword(parsed.data);
  await changePeople(db, (tx) => setPassword(person.id, passwordHash, tx));
  return `${person.name} has a new password and is signed out everywhere.`;
}

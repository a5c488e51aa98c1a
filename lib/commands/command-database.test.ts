import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { readEnv } from '../env';
import { testDatabase } from '../testing/database';
import { prepareDatabase, requireAnswer } from './command-database';
import { CommandError } from './environment';

const { url } = testDatabase();

describe('the database of a command', () => {
  test('is the one of the servers', async () => {
    const { directUrl, ...database } = await prepareDatabase(
      readEnv({ DATABASE_URL: url() }),
      () => {},
    );
    expect(database.url).toBe(url());
    expect(directUrl).toBe(url());
  });

  test('is reached past the pooler', async () => {
    const pooler = 'postgres://user:password@pooler.invalid:6432/blog';
    const database = await prepareDatabase(
      readEnv({ DATABASE_URL: pooler, DATABASE_URL_UNPOOLED: url() }),
      () => {},
    );
    expect(database.url).toBe(pooler);
    expect(database.directUrl).toBe(url());
  });
});

test('who hangs up at once is not waited for without end', async () => {
  const stranger = createServer((socket) => socket.destroy());
  await once(stranger.listen(0, '127.0.0.1'), 'listening');
  const address = stranger.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  const asking = requireAnswer(`postgres://user:secret@127.0.0.1:${port}/blog`, 200);
  await expect(asking).rejects.toThrow(CommandError);
  await expect(asking).rejects.toThrow(
    `There is no Postgres at 127.0.0.1:${port}, or none that answers`,
  );
  stranger.close();
});

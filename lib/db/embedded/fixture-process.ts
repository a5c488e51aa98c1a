// A process of its own for embedded.test.ts: opens the database under the folder it is given, says
// so on standard output, and leaves when its standard input ends.
import { once } from 'node:events';
import { openEmbeddedDatabase } from './embedded';

const database = await openEmbeddedDatabase({ dataDir: process.argv[2] ?? '' });
process.stdout.write(`${JSON.stringify({ url: database.url, created: database.created })}\n`);
process.stdin.resume();
await once(process.stdin, 'end');
await database.release();

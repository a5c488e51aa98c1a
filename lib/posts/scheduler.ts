// What every server process does by itself every few seconds: it turns scheduled posts at their time,
// and takes in the words of new ones. Which of several processes does it does not matter.
import type { Database } from '../db/client';
import { logger } from '../log';
import { takeInWords } from '../search/words';
import { publishDuePosts } from './change';

/** Posts go live within 15 seconds of their time (contract section 6). */
const everyMs = 5000;
/** Where many posts wait for their words, after an import: leaves the database to others as well. */
const betweenWordsMs = 200;

/**
 * One look: turns what is due, then takes in the words of a few hundred posts and no more, for
 * what is due meanwhile does not wait for all of them. @returns milliseconds until the next look
 */
export async function look(db: Database): Promise<number> {
  const turned = await publishDuePosts(db);
  if (turned.length > 0) logger.info({ posts: turned }, 'Scheduled posts are published.');
  return (await takeInWords(db, 0)) > 0 ? betweenWordsMs : everyMs;
}

/** Starts looking for due posts, at once and then every five seconds. @returns how to stop it */
export function startScheduler(database: () => Database): () => void {
  let isFailing = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const goOn = async () => {
    let pauseMs = everyMs;
    try {
      pauseMs = await look(database());
      isFailing = false;
    } catch (error) {
      if (!isFailing) logger.error({ error }, 'Scheduled posts cannot be looked for.');
      isFailing = true;
    }
    if (!isStopped) timer = setTimeout(goOn, pauseMs).unref();
  };
  goOn();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

// What every server process does by itself every few seconds: it turns scheduled posts at their time,
// and takes in the words of new ones. Which of several processes does it does not matter.
import type { Database } from '../db/client';
import { logger } from '../log';
import { takeInWords } from '../search/words';
import { publishDuePosts } from './change';

/** Posts go live within 15 seconds of their time (contract section 6). */
const everyMs = 5000;

/** Starts looking for due posts, at once and then every five seconds. @returns how to stop it */
export function startScheduler(database: () => Database): () => void {
  let isFailing = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    try {
      const turned = await publishDuePosts(database());
      if (turned.length > 0) logger.info({ posts: turned }, 'Scheduled posts are published.');
      await takeInWords(database());
      isFailing = false;
    } catch (error) {
      if (!isFailing) logger.error({ error }, 'Scheduled posts cannot be looked for.');
      isFailing = true;
    }
    if (!isStopped) timer = setTimeout(look, everyMs).unref();
  };
  look();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

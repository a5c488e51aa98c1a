// Stored pages that another test has asked for, and whose life may end at any moment.
import type { APIResponse } from '@playwright/test';

/** Asks, and asks for all of it anew while an answer is a page that is being replaced. */
export async function askWhileStale<Answers extends APIResponse[]>(
  ask: () => Promise<[...Answers]>,
): Promise<[...Answers]> {
  for (;;) {
    const answers = await ask();
    if (answers.every((answer) => answer.headers()['x-nextjs-cache'] !== 'STALE')) return answers;
  }
}

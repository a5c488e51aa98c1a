// The first texts that a process renders take many times as long as the hundredth, and the first
// block of code a second: parsers and grammars are loaded and compiled meanwhile. A process does
// that while an author begins to write, so that nobody who publishes has to wait for it.
import { setTimeout as pause } from 'node:timers/promises';
import { logger } from '../log';
import { renderBody } from '../markdown/render';

/** By then the editor has loaded, which this must not delay. */
const startAfterMs = 3000;
/** Between two renders, for whoever asks this process for something else. */
const pauseMs = 60;
const rounds = 25;

const paragraph =
  'Some *words* with [a link](https://example.org/), “quotes” -- and `code`, as they are written.';
const sample = [
  ...Array.from({ length: 4 }, () => paragraph),
  '- one thing\n- another',
  '> said by somebody',
].join('\n\n');
const withCode = `${paragraph}\n\n\`\`\`js\nconst answer = 42;\n\`\`\``;

// Once a process, also when bundles hold this module more than once.
const shared = globalThis as typeof globalThis & { commonplaceIsWarm?: boolean };

/** Warms up in the background, once a process. */
export function warmUpSoon(): void {
  if (shared.commonplaceIsWarm) return;
  shared.commonplaceIsWarm = true;
  pause(startAfterMs, undefined, { ref: false })
    .then(warmUp)
    .catch((error) => logger.warn({ error }, 'The renderer did not warm up.'));
}

/** Renders samples until that is fast. */
export async function warmUp(): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await renderBody(round % 5 === 0 ? withCode : sample, {
      format: 'markdown',
      typography: true,
      idPrefix: 'warm-',
    });
    await pause(pauseMs, undefined, { ref: false });
  }
}

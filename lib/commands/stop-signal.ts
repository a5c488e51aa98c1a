// When a command that serves is to stop: on a signal, and when the npm that started it has gone.
// npm passes a signal on to its shell alone, which ends without a word to what runs in it.
const parentAtStart = process.ppid;
const everyMs = 1000;

type Surroundings = {
  /** Nobody's parent but npm's shell is watched: whoever starts a command itself may leave it. */
  isUnderNpm: boolean;
  parent: () => number;
};

/** Aborts at the first request to stop. From here on a signal does nothing else to this process. */
export function stopSignal({ isUnderNpm, parent }: Surroundings = ownSurroundings()): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (isUnderNpm) {
    const watch = setInterval(() => {
      if (parent() === parentAtStart) return;
      clearInterval(watch);
      stop();
    }, everyMs);
    watch.unref();
  }
  return controller.signal;
}

function ownSurroundings(): Surroundings {
  return {
    isUnderNpm: process.env.npm_lifecycle_event !== undefined,
    parent: () => process.ppid,
  };
}

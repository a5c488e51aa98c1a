// Which browser the bench drives.
import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** Path of a Chromium; null where none is installed. */
export const findBrowser = (): string | null => places.find((file) => existsSync(file)) ?? null;

// Which versions of Node.js can run this. Imports nothing and is written plainly, so that an older
// one comes as far as being told.

/** As `engines` in package.json has it. */
export const supportedNode = '^20.19.0 || >=22.12.0';

/** Whether a version such as `20.19.1` is one of them. */
export function isSupportedNode(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}

/** What to tell somebody who has another version. */
export function unsupportedNode(version: string): string {
  return `Node.js ${version} cannot run Commonplace: it needs 20.19 or a newer 20, or 22.12 or newer.`;
}

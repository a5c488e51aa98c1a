// `npm run NAME -- ARGUMENTS` arrives here. All else is loaded afterwards, and only where this
// version of Node.js can: an old one would fail on it before anybody could say why.
import { isSupportedNode, unsupportedNode } from './node-version';

if (isSupportedNode(process.versions.node)) {
  const { runCommandLine } = await import('./command-line');
  await runCommandLine(process.argv.slice(2));
} else {
  console.error(unsupportedNode(process.versions.node));
  process.exitCode = 1;
}

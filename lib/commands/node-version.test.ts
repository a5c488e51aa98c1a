import { describe, expect, test } from 'vitest';
import { engines } from '../../package.json';
import { isSupportedNode, supportedNode } from './node-version';

describe('versions of Node.js', () => {
  test.each(['20.19.0', '20.20.2', '22.12.0', '22.21.1', '23.0.0', '24.1.0'])(
    '%s runs it',
    (version) => {
      expect(isSupportedNode(version)).toBe(true);
    },
  );

  test.each(['18.20.8', '20.9.0', '20.18.3', '21.7.3', '22.0.0', '22.11.0'])(
    '%s does not',
    (version) => {
      expect(isSupportedNode(version)).toBe(false);
    },
  );

  test('package.json says the same', () => {
    expect(engines.node).toBe(supportedNode);
  });

  test('the one that runs these tests is among them', () => {
    expect(isSupportedNode(process.versions.node)).toBe(true);
  });
});

// README.md and .env.example say what the code says: every variable, setting and command, and
// nothing that is not there.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { scripts } from '../package.json';
import { variables } from './env';
import { headingSlug } from './markdown/headings';
import { settingKeys } from './settings/definition';

const root = path.join(import.meta.dirname, '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const example = readFileSync(path.join(root, '.env.example'), 'utf8');

/** What the pattern's first group finds, sorted, each once. */
function found(pattern: RegExp, text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}

/** A section of README.md, to the next heading of its level. */
function section(heading: string): string {
  const [, after = ''] = readme.split(`\n## ${heading}\n`);
  return after.split('\n## ')[0] ?? '';
}

/** The names in the first column of a section's tables. */
const tableKeys = (heading: string) => found(/^\| `([^`]+)` +\|/gm, section(heading));

describe('README.md', () => {
  test('has a row for each variable', () => {
    expect(tableKeys('Configuration')).toEqual(Object.keys(variables).sort());
  });

  test('has a row for each setting', () => {
    expect(tableKeys('Settings')).toEqual([...settingKeys].sort());
  });

  test('names each script, and only such', () => {
    const named = found(/\bnpm (?:run )?([a-z]+(?::[a-z0-9]+)?)/g, readme);
    const ofNpm = ['install'];
    expect(named.filter((name) => !ofNpm.includes(name))).toEqual(Object.keys(scripts).sort());
  });

  test('names files and folders that are there', () => {
    const inText = /`((?:\.ci|\.github|app|components|deploy|drizzle|e2e|lib)\/[^`*]*)`/g;
    const inLinks = /(?:\]\(|src="|srcset=")(?!https?:|#)([^)"]+)/g;
    const names = [...found(inText, readme), ...found(inLinks, readme)];
    expect(names.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });

  test('links to headings that are there', () => {
    const headings = found(/^#{2,3} (.+)$/gm, readme).map((heading) => headingSlug(heading));
    expect(found(/\]\(#([^)]+)\)/g, readme).filter((id) => !headings.includes(id))).toEqual([]);
  });

  test.each(found(/(?:src|srcset)="(\.github\/[^"]+)"/g, readme))('has a small %s', (picture) => {
    expect(statSync(path.join(root, picture)).size).toBeLessThan(200_000);
  });
});

describe('.env.example', () => {
  const lines = example.split('\n').filter((line) => line !== '');

  test('lists exactly the variables, in their order', () => {
    const listed = lines.flatMap((line) => line.match(/^# ([A-Z][A-Z0-9_]*)=/)?.[1] ?? []);
    expect(listed).toEqual(Object.keys(variables));
  });

  test('says of each in the line above what it is, and sets none', () => {
    for (const [index, line] of lines.entries()) {
      expect(line).toMatch(/^# /);
      if (/^# [A-Z0-9_]+=/.test(line)) expect(lines[index - 1]).toMatch(/^# \S.*\.$/);
    }
  });
});

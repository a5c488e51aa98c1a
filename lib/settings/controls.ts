// How a form asks for a setting: what it shows of a value, and what it makes of what was written.
// Whether that can be stored, the setting's own check says. Pure.
import type { FormValues } from '../actions';
import type { Icon } from './icon';
import { clean, readRows, type SiteLink } from './link-rows';
import {
  formatMetaTags,
  formatScript,
  linesOf,
  type MetaTag,
  type OutsideScript,
  parseMetaTags,
  parseScript,
} from './snippets';

export type ControlName =
  | 'line'
  | 'markdown'
  | 'css'
  | 'language'
  | 'zone'
  | 'colour'
  | 'links'
  | 'lines'
  | 'snippet'
  | 'switch'
  | 'icon';

export type Control<Value> = {
  name: ControlName;
  toTexts(field: string, value: Value): FormValues;
  /** Undefined where the form leaves the value as it is. */
  fromTexts(field: string, texts: FormValues): unknown;
};

const written = (name: ControlName): Control<string> => ({
  name,
  toTexts: (field, value) => ({ [field]: value }),
  fromTexts: (field, texts) => clean(texts[field]),
});

const parsed = <Value>(
  name: ControlName,
  format: (value: Value) => string,
  parse: (text: string) => unknown,
): Control<Value> => ({
  name,
  toTexts: (field, value) => ({ [field]: format(value) }),
  fromTexts: (field, texts) => parse(clean(texts[field])),
});

export const controls = {
  line: written('line'),
  markdown: written('markdown'),
  css: written('css'),
  language: written('language'),
  zone: written('zone'),
  colour: written('colour'),
  lines: parsed<string[]>('lines', (lines) => lines.join('\n'), linesOf),
  metaTags: parsed<MetaTag[]>('snippet', formatMetaTags, parseMetaTags),
  script: parsed<OutsideScript>('snippet', formatScript, parseScript),
  switch: {
    name: 'switch',
    toTexts: (field, value): FormValues => (value ? { [field]: 'on' } : {}),
    fromTexts: (field, texts) => texts[field] !== undefined,
  } satisfies Control<boolean>,
  links: {
    name: 'links',
    toTexts: (field, links) =>
      Object.fromEntries(
        links.flatMap(({ label, url }, index) => [
          [`${field}.${index}.label`, label],
          [`${field}.${index}.url`, url],
        ]),
      ),
    fromTexts: (field, texts) => readRows(field, texts),
  } satisfies Control<SiteLink[]>,
  icon: {
    name: 'icon',
    toTexts: (field, icon) => ({
      [field]: icon?.kind ?? 'none',
      [`${field}.sign`]: icon?.kind === 'sign' ? icon.text : '',
    }),
    fromTexts: readIconFields,
  } satisfies Control<Icon>,
};

/** A file comes in as its type and its content (icon-upload.ts); without a new one the old stays. */
function readIconFields(field: string, texts: FormValues): unknown {
  if (texts[field] === 'sign') return { kind: 'sign', text: clean(texts[`${field}.sign`]) };
  if (texts[field] !== 'file') return null;
  const [type, data] = [texts[`${field}.type`], texts[`${field}.data`]];
  return type === undefined ? undefined : { kind: 'file', type, data };
}

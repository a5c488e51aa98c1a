import { describe, expect, test } from 'vitest';
import { renderBody } from '../markdown/render';
import { listContents } from './contents';

const words = 'word '.repeat(300);

async function contentsOf(source: string) {
  const { html, wordCount } = await renderBody(source, {
    format: 'markdown',
    typography: true,
    idPrefix: 'e1-',
  });
  return listContents(html, wordCount);
}

const chapter = (title: string, rest = '') => `## ${title}\n\n${words}\n\n${rest}`;

describe('the contents of an entry', () => {
  test('are its chapters and their sections', async () => {
    const source = [
      chapter('First & *foremost*', `### Within\n\n${words}`),
      chapter('Second'),
      chapter('Third `code`'),
    ].join('\n');
    expect(await contentsOf(source)).toEqual([
      {
        id: 'first-and-foremost',
        html: 'First &amp; foremost',
        sections: [{ id: 'within', html: 'Within' }],
      },
      { id: 'second', html: 'Second', sections: [] },
      { id: 'third-code', html: 'Third code', sections: [] },
    ]);
  });

  test('leave out pictures in headings, whatever they are called', async () => {
    const source = ['One', 'Two ![a > b](/x.png)', 'Three']
      .map((title) => chapter(title))
      .join('\n');
    expect((await contentsOf(source)).map(({ html }) => html)).toEqual(['One', 'Two', 'Three']);
  });

  test('are not worth it where there are few', async () => {
    expect(await contentsOf([chapter('One'), chapter('Two')].join('\n'))).toEqual([]);
    expect(await contentsOf('## One\n\n## Two\n\n## Three\n\nShort.')).toEqual([]);
    expect(await contentsOf('')).toEqual([]);
  });

  test('of very many headings are the chapters alone', async () => {
    const source = Array.from({ length: 13 }, (_, index) =>
      chapter(`Chapter ${index}`, '### Within\n\nWords.'),
    ).join('\n');
    const contents = await contentsOf(source);
    expect(contents).toHaveLength(13);
    expect(contents.every(({ sections }) => sections.length === 0)).toBe(true);
  });
});

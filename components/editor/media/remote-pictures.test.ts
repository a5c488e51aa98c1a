import { expect, test } from 'vitest';
import { remotePictures, replacePicture } from './remote-pictures';

const ownOrigin = 'https://me.example';
const at = 'https://a.example/p.png';

const cases = [
  { name: 'Markdown', text: `![x](${at})`, found: [at] },
  { name: 'with a title and brackets in its words', text: `![x [y]](${at} "z")`, found: [at] },
  { name: 'in angle brackets', text: `![x](<${at}>)`, found: [at] },
  {
    name: 'with brackets in its address',
    text: '![](http://a.example/p_(1).png)',
    found: ['http://a.example/p_(1).png'],
  },
  { name: 'HTML', text: `<p><img alt="x"\n src='${at}'></p>`, found: [at] },
  { name: 'twice', text: `![](${at}) ![](${at})`, found: [at] },
  { name: 'in a link', text: `[![](${at})](https://b.example/)`, found: [at] },
  { name: 'a link', text: `[x](${at})`, found: [] },
  { name: 'our own', text: '![](https://me.example/p.png) ![](/media/1/p.png)', found: [] },
  { name: 'in code', text: `\`![](${at})\`\n\n\`\`\`md\n![](${at})\n\`\`\`\n`, found: [] },
  {
    name: 'behind code',
    text: `\`x\` ![](${at})\n\n~~~\nx\n~~~\n![](${at}?2)`,
    found: [at, `${at}?2`],
  },
];

test.each(cases)('$name', ({ text, found }) => {
  expect(remotePictures(text, ownOrigin)).toEqual(found);
});

test('only the pictures themselves are replaced, wherever they stand', () => {
  const text = `[x](${at}) ![x](${at}) \`![](${at})\` <img src="${at}">`;
  const changes = replacePicture(text, { url: at, path: '/media/1/p.png', ownOrigin });
  const changed = [...changes]
    .reverse()
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
  expect(changed).toBe(`[x](${at}) ![x](/media/1/p.png) \`![](${at})\` <img src="/media/1/p.png">`);
});

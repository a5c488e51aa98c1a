// The library on a phone, and under the eyes of axe in both themes.
import { dashboardUrls } from '../../lib/dashboard-urls';
import * as files from '../../lib/testing/media-files';
import { accessibilityProblems } from '../checks';
import { expect, test } from '../fixtures';
import { Library } from '../pages/library';
import { ownWord } from '../posts';

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [390, 1440])
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 844 } });

      test('the library violates no rule and does not scroll sideways', async ({ editor }) => {
        const word = `${ownWord()}-with-a-name-that-has-no-end-${'x'.repeat(60)}`;
        const library = new Library(editor);
        const judge = async (what: string) => {
          expect(await accessibilityProblems(editor), what).toEqual([]);
          expect(await editor.evaluate(overflow), what).toBeLessThanOrEqual(0);
        };
        await library.open();
        await library.choose(
          {
            name: `${word}.jpg`,
            buffer: await files.photo({
              width: 700,
              height: 500,
              shade: (width % 90) + (colorScheme === 'dark' ? 90 : 0),
            }),
          },
          { name: `${word}.mp4`, buffer: files.mp4({ seconds: width + colorScheme.length }) },
          { name: 'empty.txt', buffer: Buffer.alloc(0) },
        );
        await expect(library.summary).toHaveText('2 of 3 files uploaded, 1 not taken.');
        await judge('with uploads');
        for (const view of ['grid', 'list']) {
          await library.open({ q: word, view });
          await editor.getByRole('checkbox', { name: new RegExp(`Choose ${word}.jpg`) }).check();
          await judge(view);
        }
        await library.open({ q: 'nothing-has-this-name' });
        await judge('nothing found');
        for (const ending of ['jpg', 'mp4']) {
          await library.open({ q: word });
          await library.openFile(`${word}.${ending}`);
          await judge(ending);
        }
        await editor.getByRole('button', { name: 'Choose Still picture' }).click();
        await expect(editor.getByRole('button', { name: new RegExp(word) })).not.toHaveCount(0);
        await judge('choosing');
        await editor.goto(dashboardUrls.media({ bin: 1 }));
        await judge('bin');
      });
    });

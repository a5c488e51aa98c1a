// The form of the settings as an owner uses it, and set back afterwards.
import type { Page } from '@playwright/test';
import { test as base, expect } from '../fixtures';

type Changes = Record<string, string>;

export const at = '/dashboard/settings/';

/** Presses the button. */
export async function save(editor: Page): Promise<void> {
  await editor.getByRole('button', { name: 'Save settings' }).click();
}

/** Writes fields by their labels and saves. @returns what stood there before */
export async function write(editor: Page, changes: Changes): Promise<Changes> {
  await editor.goto(at);
  const before: Changes = {};
  for (const [label, text] of Object.entries(changes)) {
    const field = editor.getByLabel(label, { exact: true });
    before[label] = await field.inputValue();
    await field.fill(text);
  }
  await save(editor);
  return before;
}

type Fixtures = {
  /** Sets fields, sees that they are saved, and sets them back at the end. */
  set: (changes: Changes) => Promise<void>;
};

export const test = base.extend<Fixtures>({
  set: async ({ editor }, use) => {
    const former: Changes[] = [];
    await use(async (changes) => {
      former.push(await write(editor, changes));
      await expect(editor.getByRole('status')).toContainText('Saved:');
    });
    for (const changes of former.reverse()) {
      await write(editor, changes);
      await expect(editor.getByRole('status')).toContainText(/Saved:|Nothing/);
    }
  },
});

/** Asks twice, so that the page is stored before anything is changed. */
export async function store(page: Page, paths: string[]): Promise<void> {
  for (const path of [...paths, ...paths]) await page.request.get(path);
}

export { expect };

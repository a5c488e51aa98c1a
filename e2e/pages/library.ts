// The library as a journey uses it: locators and the ways through it. What is to be expected, the
// specs say.
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { dashboardUrls } from '../../lib/dashboard-urls';

/** A file as a browser's picker gives it. */
export type Given = { name: string; mimeType?: string; buffer: Buffer };

export const given = ({ name, mimeType = '', buffer }: Given) => ({ name, mimeType, buffer });

export class Library {
  readonly uploads: Locator;
  readonly summary: Locator;
  readonly files: Locator;

  constructor(readonly page: Page) {
    this.uploads = page.getByRole('list', { name: 'Uploads' });
    this.summary = page.locator('.uploads-summary').first();
    this.files = page.locator('[data-list-row]');
  }

  async open(query: Record<string, string> = {}): Promise<void> {
    await this.page.goto(dashboardUrls.media(query));
    await expect(this.page.getByRole('heading', { level: 1, name: 'Media' })).toBeVisible();
    // Its script has taken over.
    await expect(this.page.getByText('Or drop them on this page')).toBeVisible();
  }

  /** Chooses files in the picker of the page's first upload button. */
  async choose(...files: Given[]): Promise<void> {
    await this.page.locator('.uploader input[type=file]').setInputFiles(files.map(given));
  }

  /** Uploads files and waits until all are there. */
  async upload(...files: Given[]): Promise<void> {
    await this.choose(...files);
    await expect(this.summary).toHaveText(
      new RegExp(`^${files.length} of ${files.length} files? uploaded\\.$`),
    );
  }

  line(name: string): Locator {
    return this.uploads.getByRole('listitem').filter({ hasText: name });
  }

  /** A file of the list, by its name. */
  file(name: string): Locator {
    return this.files.filter({ hasText: name });
  }

  /** Opens the page of a file. @returns its id */
  async openFile(name: string): Promise<number> {
    await this.file(name).locator('[data-row-link]').click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
    return Number(/(\d+)\/$/.exec(this.page.url())?.[1]);
  }
}

/** Lets files fall on an element, as from a folder of the desktop. */
export async function drop(
  target: Locator,
  files: Given[],
  point = { x: 10, y: 10 },
): Promise<void> {
  await transfer(target, files, 'drop', point);
}

/** Pastes files, as from the clipboard. */
export async function paste(target: Locator, files: Given[]): Promise<void> {
  await transfer(target, files, 'paste', { x: 0, y: 0 });
}

async function transfer(
  target: Locator,
  files: Given[],
  kind: 'drop' | 'paste',
  point: { x: number; y: number },
): Promise<void> {
  const sent = files.map(({ name, mimeType = '', buffer }) => ({
    name,
    mimeType,
    base64: buffer.toString('base64'),
  }));
  await target.evaluate(
    (element, { sent, kind, point }) => {
      const data = new DataTransfer();
      for (const { name, mimeType, base64 } of sent) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name, { type: mimeType }));
      }
      const { left, top } = element.getBoundingClientRect();
      const [clientX, clientY] = [left + point.x, top + point.y];
      const common = { bubbles: true, cancelable: true };
      if (kind === 'paste') {
        element.dispatchEvent(new ClipboardEvent('paste', { ...common, clipboardData: data }));
        return;
      }
      const dragged = { ...common, dataTransfer: data, clientX, clientY };
      element.dispatchEvent(new DragEvent('dragover', dragged));
      element.dispatchEvent(new DragEvent('drop', dragged));
    },
    { sent, kind, point },
  );
}

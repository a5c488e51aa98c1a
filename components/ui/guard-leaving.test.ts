import { afterEach, describe, expect, test, vi } from 'vitest';
import { guardLeaving, leadsAway, questionOf } from './guard-leaving';

const here = 'https://site.example/dashboard/posts/3/';

class Anchor {
  constructor(
    readonly href: string,
    readonly target = '',
    readonly isDownload = false,
  ) {}
  hasAttribute = (name: string) => name === 'download' && this.isDownload;
}

const plain = { button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false };

describe('a click on a link', () => {
  test('leads away to another page of this site', () => {
    expect(leadsAway(plain, new Anchor('https://site.example/dashboard/'), here)).toBe(true);
    expect(leadsAway(plain, new Anchor('https://site.example/about/', '_self'), here)).toBe(true);
  });

  test.each([
    ['to a place on the page', new Anchor(`${here}#text`)],
    ['to another view of the page', new Anchor(`${here}?kind=picture`)],
    ['to another site, where the browser asks', new Anchor('https://other.example/')],
    ['that runs a script', new Anchor('javascript:void 0')],
    ['into another tab', new Anchor('https://site.example/', '_blank')],
    ['to a file that is kept', new Anchor('https://site.example/media/7/a.png', '', true)],
  ])('%s leaves the page open', (_, link) => {
    expect(leadsAway(plain, link, here)).toBe(false);
  });

  test('with another button or a key opens the page elsewhere', () => {
    const link = new Anchor('https://site.example/dashboard/');
    expect(leadsAway({ ...plain, button: 1 }, link, here)).toBe(false);
    for (const key of ['metaKey', 'ctrlKey', 'shiftKey', 'altKey'])
      expect(leadsAway({ ...plain, [key]: true }, link, here)).toBe(false);
  });
});

test('the question names all that would be lost, and is none where nothing would be', () => {
  expect(questionOf([])).toBeNull();
  expect(questionOf([() => null])).toBeNull();
  expect(questionOf([() => 'A.', () => null, () => 'B.'])).toBe(
    'A. B. Leave this page all the same?',
  );
});

describe('leaving', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  /** A page whose author answers. */
  function page(answer: boolean) {
    vi.useFakeTimers();
    const confirm = vi.fn(() => answer);
    const navigation = new EventTarget();
    const location = new URL(here);
    const window = Object.assign(new EventTarget(), { confirm, location, navigation });
    // Without a tree, the document stands for the words of the link that is clicked.
    const link = new Anchor('https://site.example/dashboard/');
    const document = Object.assign(new EventTarget(), { closest: () => link });
    vi.stubGlobal('window', window);
    vi.stubGlobal('document', document);
    vi.stubGlobal('Element', EventTarget);
    vi.stubGlobal('HTMLAnchorElement', Anchor);
    const isStopped = (target: EventTarget, type: string, more: object) => {
      const event = Object.assign(new Event(type, { cancelable: true }), more);
      target.dispatchEvent(event);
      return event.defaultPrevented;
    };
    return {
      confirm,
      /** @returns whether the page stays */
      click: () => isStopped(document, 'click', plain),
      /** @returns whether the browser asks */
      unload: () => isStopped(window, 'beforeunload', {}),
      /** @returns whether the page stays */
      step: (url: string, sameDocument = true, navigationType = 'traverse') =>
        isStopped(navigation, 'navigate', { navigationType, destination: { url, sameDocument } }),
    };
  }

  test('by a link or the browser is asked about while something would be lost', () => {
    const { confirm, click, unload } = page(false);
    let loss: string | null = null;
    const release = guardLeaving(() => loss);
    expect([click(), unload()]).toEqual([false, false]);
    expect(confirm).not.toHaveBeenCalled();
    loss = 'It would be lost.';
    expect([click(), unload()]).toEqual([true, true]);
    expect(confirm).toHaveBeenCalledWith('It would be lost. Leave this page all the same?');
    release();
    expect([click(), unload()]).toEqual([false, false]);
  });

  test('by a step through the history is asked about while something would be lost', () => {
    const { confirm, step } = page(false);
    const list = 'https://site.example/dashboard/posts/';
    let loss: string | null = null;
    const release = guardLeaving(() => loss);
    expect(step(list)).toBe(false);
    loss = 'It would be lost.';
    expect(step(list)).toBe(true);
    expect(confirm).toHaveBeenCalledWith('It would be lost. Leave this page all the same?');
    confirm.mockClear();
    // Another place of this page, another page of which the browser asks, and a link: see above.
    expect(step(`${here}#text`)).toBe(false);
    expect(step(list, false)).toBe(false);
    expect(step(list, true, 'push')).toBe(false);
    expect(confirm).not.toHaveBeenCalled();
    confirm.mockReturnValue(true);
    expect(step(list)).toBe(false);
    release();
    confirm.mockReturnValue(false);
    expect(step(list)).toBe(false);
  });

  test('is asked about once, whoever guards it', () => {
    const { confirm, click, unload } = page(true);
    const releases = ['A.', 'B.'].map((loss) => guardLeaving(() => loss));
    expect([click(), unload()]).toEqual([false, false]);
    expect(confirm).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(1000);
    expect(unload()).toBe(true);
    for (const release of releases) release();
  });
});

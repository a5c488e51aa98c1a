// One open editor: the form, what is being saved of it, and what the server last said. Knows the
// page's form but nothing of how it is drawn.
import type { FormValues } from '@/lib/actions';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { EditorState, SavedPost } from '@/lib/posts/editing';
import { isSameValues } from '@/lib/posts/form-texts';
import { Autosave } from './autosave/autosave';
import { createCopyKeeper } from './autosave/copy-keeper';
import type { Known } from './autosave/ledger';
import { type CopyStore, type LocalCopy, sortCopies } from './autosave/local-copy';
import { announceEditor, openEditors } from './autosave/open-editors';
import type { Conflict, SavingState } from './autosave/saving-state';
import { sendByFetch } from './autosave/transport';
import type { Intent, Result } from './editor-actions';
import { type FirstState, heldValues } from './first-state';
import type { LiveForm } from './live-form';
import { createStore } from './store';
import { randomUuid } from './uuid';

/** The post as the server last told of it, apart from what is being written. */
export type PostFacts = Omit<EditorState, 'values' | 'revision' | 'series'>;

export type SessionOptions = {
  state: FirstState;
  personId: number;
  form: LiveForm;
  copies: CopyStore;
};

/** What this page's editors last knew of each draft: the browser's Back may bring old news. */
const lastKnown = new Map<string, { revision: number; version: number }>();

export class EditorSession {
  readonly form: LiveForm;
  readonly copies: CopyStore;
  readonly autosave: Autosave;
  readonly personId: number;
  readonly values;
  readonly saving = createStore<SavingState>({ name: 'untouched', kept: { status: 'none' } });
  readonly facts;
  readonly result = createStore<Result | null>(null);
  readonly pending = createStore<Intent | null>(null);
  /** How many files are on their way into the text. */
  readonly uploading = createStore(0);
  /** Copies on this device that the server has not confirmed. */
  readonly offered = createStore<readonly LocalCopy[]>([]);
  readonly #editor = randomUuid();
  /** What the server held when the page was made. */
  readonly #held: FormValues;
  /** With which the page was made. */
  readonly #conflict: Conflict | null;

  constructor({ state, personId, form, copies }: SessionOptions) {
    const { values: _, revision, series: __, held: ___, conflict, ...facts } = state;
    const begun = form.readInitial();
    this.#held = heldValues(begun, state);
    this.#conflict = conflict ?? null;
    this.form = form;
    this.copies = copies;
    this.personId = personId;
    this.values = createStore(begun);
    this.facts = createStore<PostFacts>(facts);
    this.autosave = new Autosave({
      knowledge: {
        postId: state.postId,
        draftKey: state.draftKey,
        kind: state.kind,
        editor: this.#editor,
        revision,
        baseVersion: state.version,
      },
      confirmed: this.#held,
      savedAt: lastSavedAt(state),
      personId,
      send: sendByFetch(dashboardUrls.autosave()),
      keeper: createCopyKeeper(copies, this.#editor, () => this.#tell()),
      onChange: () => this.#tell(),
    });
  }

  /** Whether the server has moved on since the page was made, by this very page's doing. */
  static isStale({ postId, draftKey, revision, version }: EditorState): boolean {
    const known = lastKnown.get(nameOf(postId, draftKey)) ?? lastKnown.get(draftKey);
    return known !== undefined && (known.revision !== revision || known.version !== version);
  }

  /** Begins to listen. @returns how to end it */
  start(): () => void {
    const release = announceEditor(this.#editor);
    const ended = new AbortController();
    const { signal } = ended;
    const { autosave } = this;
    this.form.element.addEventListener('input', () => this.typed(), { signal });
    this.form.element.addEventListener('change', () => this.typed(), { signal });
    window.addEventListener('online', () => autosave.retry(), { signal });
    window.addEventListener('focus', () => autosave.retry(), { signal });
    window.addEventListener('pagehide', () => autosave.leave(), { signal });
    document.addEventListener(
      'visibilitychange',
      () => (document.visibilityState === 'hidden' ? autosave.leave() : autosave.retry()),
      { signal },
    );
    this.#tell();
    // Somebody was quicker than this script, or was refused before it.
    this.typed();
    if (this.#conflict !== null) autosave.meet(this.#conflict);
    void this.#findCopies();
    return () => {
      autosave.leave();
      autosave.stop();
      ended.abort();
      release();
    };
  }

  typed(): void {
    const values = this.form.read();
    if (isSameValues(values, this.autosave.values)) return;
    this.values.set(values);
    this.autosave.type(values);
  }

  /** What "save" means for a post that readers see: kept at once, shown to nobody. */
  keepForUpdate(): void {
    this.autosave.flush();
    const message = 'Kept here. Readers see it once you press Update.';
    this.result.set({ intent: 'saveDraft', state: { status: 'ok', message, data: null } });
  }

  /** Fills the form with another text, as if it had been typed. */
  write(values: FormValues): void {
    this.form.write(values);
    this.typed();
  }

  /** The title of a linked page, where the author has written none. It alone makes no post. */
  fillTitle(linkTitle: string): void {
    if ((this.form.read().linkTitle ?? '') !== '') return;
    const isUntouched = this.autosave.state.name === 'untouched';
    this.form.write({ linkTitle });
    if (isUntouched && this.facts.get().postId === null) {
      const values = this.form.read();
      this.values.set(values);
      this.autosave.presume(values);
    } else this.typed();
  }

  /** The server has other facts now. */
  learn(known: Known, facts: Partial<PostFacts>): void {
    this.autosave.inform(known);
    this.facts.set({ ...this.facts.get(), ...facts });
    this.#remember();
  }

  /** Somebody else has made the post public, or taken it back. What is written is not touched. */
  observe({ status, publicUrl, publishedAt }: SavedPost): void {
    const facts = this.facts.get();
    const wasPublished = facts.wasPublished || publicUrl !== null;
    this.facts.set({ ...facts, status, publicUrl, publishedAt, wasPublished });
  }

  /** Keeps a text on this device under a name of its own, in case a choice was the wrong one. */
  async setAside(values: FormValues): Promise<void> {
    const { editor: _, ...place } = this.autosave.knowledge;
    await this.copies.put({
      ...place,
      id: randomUuid(),
      personId: this.personId,
      values,
      keptAt: Date.now(),
      reason: 'set-aside',
    });
  }

  /** Whether a copy was typed on what the server holds, and not on something older. */
  isNewer(copy: LocalCopy): boolean {
    const { revision, baseVersion } = this.autosave.knowledge;
    return copy.revision === revision && copy.baseVersion === baseVersion;
  }

  async discardCopy(copy: LocalCopy): Promise<void> {
    await this.copies.remove([copy.id]);
    this.offered.set(this.offered.get().filter(({ id }) => id !== copy.id));
  }

  /** Takes a copy of this device into the form; what the form said is set aside. */
  async restoreCopy(copy: LocalCopy): Promise<void> {
    const former = this.form.read();
    if (!isSameValues(former, this.#held) || this.facts.get().hasUnsavedChanges)
      await this.setAside(former);
    this.autosave.adoptDraftKey(copy.draftKey);
    this.write(copy.values);
    await this.discardCopy(copy);
  }

  async #findCopies(): Promise<void> {
    try {
      const { postId, draftKey, kind } = this.autosave.knowledge;
      const { offered, stale } = sortCopies(await this.copies.list(this.personId), {
        ...{ postId, draftKey, kind },
        isOnServer: (values) => isSameValues(values, this.#held),
        openEditors: await openEditors(),
        now: Date.now(),
      });
      this.offered.set(offered);
      if (stale.length > 0) await this.copies.remove(stale.map(({ id }) => id));
    } catch (error) {
      console.warn('The copies on this device cannot be looked at.', error);
    }
  }

  #tell(): void {
    this.saving.set(this.autosave.state);
    this.#remember();
    const { postId } = this.autosave.knowledge;
    if (postId === null || this.facts.get().postId === postId) return;
    this.facts.set({ ...this.facts.get(), postId });
    window.history.replaceState(null, '', dashboardUrls.post(postId));
  }

  #remember(): void {
    const { postId, draftKey, revision, baseVersion: version } = this.autosave.knowledge;
    lastKnown.set(nameOf(postId, draftKey), { revision, version });
    lastKnown.set(draftKey, { revision, version });
  }
}

function lastSavedAt({ editedBy, updatedAt }: EditorState): number | null {
  const at = editedBy?.savedAt ?? updatedAt;
  return at === null ? null : Date.parse(at);
}

/** Posts that were not begun in an editor get another draft key each time they are opened. */
const nameOf = (postId: number | null, draftKey: string) =>
  postId === null ? draftKey : `post ${postId}`;

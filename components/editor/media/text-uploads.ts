// Uploads that become part of a text: each has its place from the moment it is begun, and is
// written there when it has come. Whatever is typed meanwhile stays as and where it is.
import type { Upload } from '@/components/media/upload/upload';
import { describeUpload } from '@/components/media/upload/upload';
import type { UploadQueue } from '@/components/media/upload/upload-queue';
import { mediaMarkdown } from '@/lib/media/markdown';
import type { UploadedFile } from '@/lib/media/upload-answers';
import type { TextMarks } from '../text/text-marks';
import type { TextSurface } from '../text/text-surface';
import { insertionAt } from './insertion';

/** Uploads that were begun together, and what has been written for them so far. */
type Batch = { isOfMany: boolean; written: string[] };

const single = (): Batch => ({ isOfMany: false, written: [] });

export class TextUploads {
  readonly #marks: TextMarks;
  readonly #batches = new Map<number, Batch>();
  #surface: TextSurface;
  /** The uploads that are being begun, and where they stand. */
  #beginning: (Batch & { at: number }) | null = null;

  constructor(marks: TextMarks, surface: TextSurface) {
    this.#marks = marks;
    this.#surface = surface;
  }

  /** Another editor has taken the place of the one before. */
  moveTo(surface: TextSurface): void {
    this.#surface = surface;
  }

  /** Begins uploads at a place of the text. */
  begin(queue: UploadQueue, files: readonly File[], at = this.#surface.place()): void {
    this.#beginning = { at, isOfMany: files.length > 1, written: [] };
    queue.add(files);
    this.#beginning = null;
  }

  /** What has become of an upload. */
  follow(upload: Upload): void {
    const { id, name, state } = upload;
    // One that is tried again after it was given up stands where the author is now.
    if (state.name === 'waiting' && this.#marks.placeOf(id) === null) {
      this.#batches.set(id, this.#beginning ?? single());
      this.#marks.put({ id, at: this.#beginning?.at ?? this.#surface.place(), label: '' });
    }
    if (this.#marks.placeOf(id) === null) return;
    if (state.name === 'done') this.#write(id, state.file);
    // A failed upload keeps its place: it may be tried again.
    else if (state.name === 'refused' || state.name === 'canceled') this.#end(id);
    else this.#marks.say(id, `${name}: ${describeUpload(upload)}`);
  }

  /** A file that is in the library already. */
  insert(file: UploadedFile): void {
    const at = this.#surface.place();
    this.#surface.change((text) => [
      { from: at, to: at, insert: insertionAt(text, at, mediaMarkdown(file)) },
    ]);
    this.#surface.focus();
  }

  #write(id: number, file: UploadedFile): void {
    const { isOfMany, written } = this.#batches.get(id) ?? single();
    const own = mediaMarkdown(file);
    const change = (text: string) => {
      const at = this.#marks.placeOf(id);
      if (at === null) return [];
      // Of several, each is a paragraph: a link would stand in one line with a picture.
      const insert = insertionAt(text, at, { ...own, isBlock: own.isBlock || isOfMany }, written);
      return [{ from: at, to: at, insert }];
    };
    // Its place is wanted until it is written, which may have to wait for a letter being composed.
    const done = () => {
      written.push(own.text);
      this.#end(id);
    };
    this.#surface.change(change, { mark: id, done });
  }

  #end(id: number): void {
    this.#marks.remove(id);
    this.#batches.delete(id);
  }
}

// What a text shows of the files that it refers to. Rendering is given it and asks nobody. Pure.

export type MediaFact = {
  id: number;
  name: string;
  type: string;
  hash: string;
  /** Pixels; null for what has none. */
  width: number | null;
  height: number | null;
  /** Widths of the smaller pictures, ascending. */
  widths: number[];
  alt: string;
  caption: string;
  /** Paths; of a film. */
  poster: string | null;
  captions: string | null;
};

/** By id. */
export type MediaFacts = Readonly<Record<number, MediaFact>>;

export const noMedia: MediaFacts = {};

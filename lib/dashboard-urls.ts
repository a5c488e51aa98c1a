// Addresses of the author's side. Pure, and apart from lib/urls.ts, which readers' pages need:
// none of these is canonical, cached or linked from a page that readers see.
import type { PostKind } from './posts/kinds';

type Query = Record<string, string | number | null | undefined>;

/** Filters of a list as its query: what is empty stays out. */
export function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value));
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

type MergeQuestion = { from?: number[]; into?: string; isNameTaken?: boolean };

export const dashboardUrls = {
  home: () => '/dashboard/',
  posts: (query: Query = {}) => withQuery('/dashboard/posts/', query),
  newPost: (kind: PostKind) => `/dashboard/new/${kind}/`,
  post: (id: number) => `/dashboard/posts/${id}/`,
  versions: (postId: number) => `/dashboard/posts/${postId}/versions/`,
  /** Anybody who knows the key sees the draft. */
  preview: (key: string) => `/preview/${key}/`,
  /** The document around an editor's live preview: a reading page whose `main` is empty. */
  previewFrame: () => '/preview/frame/',
  autosave: () => '/api/autosave/',
  render: () => '/api/render/',
  suggestTags: (text: string) => withQuery('/api/tags/', { q: text }),
  link: (url: string, except?: number | null) => withQuery('/api/link/', { url, except }),
  publishDue: () => '/api/publish-due/',
  manifest: () => '/api/manifest/',
  media: (query: Query = {}) => withQuery('/dashboard/media/', query),
  mediaFile: (id: number) => `/dashboard/media/${id}/`,
  /** Files to choose from, as JSON. */
  listMedia: (query: Query = {}) => withQuery('/api/media/', query),
  fetchPicture: () => '/api/media/fetch/',
  describePicture: () => '/api/media/describe/',
  upload: (name: string, replacesId: number | null) =>
    withQuery('/api/upload/', { name, replaces: replacesId }),
  startUpload: () => '/api/upload/start/',
  completeUpload: () => '/api/upload/complete/',
  cancelUpload: () => '/api/upload/cancel/',
  tags: (
    query: {
      view?: string;
      q?: string;
      sort?: string;
      page?: number | null;
      /** Changes of tags that have just been made. */
      done?: number[];
    } = {},
  ) => withQuery('/dashboard/tags/', { ...query, done: query.done?.join() }),
  tag: (id: number, done: number[] = []) =>
    withQuery(`/dashboard/tags/${id}/`, { done: done.join() }),
  /** Asks before it merges; `into` is a tag by name or address. */
  mergeTags: ({ from = [], into, isNameTaken }: MergeQuestion = {}) =>
    withQuery('/dashboard/tags/merge/', {
      from: from.join(),
      into,
      taken: isNameTaken ? '1' : null,
    }),
  seriesList: () => '/dashboard/series/',
  series: (id: number) => `/dashboard/series/${id}/`,
  redirects: () => '/dashboard/redirects/',
  settings: () => '/dashboard/settings/',
  people: () => '/dashboard/people/',
  person: (id: number) => `/dashboard/people/${id}/`,
  account: () => '/dashboard/account/',
  /** Never asked by a person: proxy.ts leads a form of somebody signed out there. */
  signedOut: () => '/dashboard/signed-out/',
  signIn: (next?: string) => withQuery('/sign-in/', { next }),
  /** A link that lets somebody in once: the first setup, an invitation, a new password. */
  access: (token: string) => `/setup/${token}/`,
};

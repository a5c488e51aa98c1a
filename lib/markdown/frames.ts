// The one list of hosts whose frames a body may show; the content policy's `frame-src` is built
// from it. Frames from elsewhere become a link, so that the reader can still get there.
import type { Element, ElementContent } from 'hast';
import { cleanAddress } from './addresses';
import type { Removals } from './removals';
import { attribute, make, text } from './tree';
import { type Video, youtubePage, youtubePlayer, youtubeVideo } from './youtube';

type FrameRule = { host: string; path: RegExp; title: string };

const mastodonPost = /^\/@[\w.@-]+\/\d+\/embed$/;

const frameRules: readonly FrameRule[] = [
  { host: 'www.youtube-nocookie.com', path: /^\/embed\//, title: 'YouTube video' },
  { host: 'player.vimeo.com', path: /^\/video\/\d/, title: 'Vimeo video' },
  { host: 'www.tiktok.com', path: /^\/(?:embed|player)\//, title: 'TikTok video' },
  { host: 'embed.bsky.app', path: /^\/embed\//, title: 'Bluesky post' },
  { host: 'mastodon.social', path: mastodonPost, title: 'Mastodon post' },
  { host: 'mastodon.online', path: mastodonPost, title: 'Mastodon post' },
  { host: 'mstdn.social', path: mastodonPost, title: 'Mastodon post' },
  { host: 'hachyderm.io', path: mastodonPost, title: 'Mastodon post' },
  { host: 'fosstodon.org', path: mastodonPost, title: 'Mastodon post' },
  { host: 'infosec.exchange', path: mastodonPost, title: 'Mastodon post' },
  { host: 'codepen.io', path: /^\/[\w-]+\/embed\//, title: 'CodePen demo' },
  { host: 'jsfiddle.net', path: /\/embedded\//, title: 'JSFiddle demo' },
  { host: 'stackblitz.com', path: /^\/edit\//, title: 'StackBlitz demo' },
  { host: 'codesandbox.io', path: /^\/(?:embed|p)\//, title: 'CodeSandbox demo' },
  { host: 'observablehq.com', path: /^\/embed\//, title: 'Observable notebook' },
  { host: 'lite.datasette.io', path: /^\//, title: 'Datasette Lite' },
  { host: 'open.spotify.com', path: /^\/embed\//, title: 'Spotify player' },
  { host: 'w.soundcloud.com', path: /^\/player\//, title: 'SoundCloud player' },
  { host: 'bandcamp.com', path: /^\/EmbeddedPlayer\//, title: 'Bandcamp player' },
  { host: 'embed.podcasts.apple.com', path: /^\//, title: 'Apple Podcasts player' },
  { host: 'archive.org', path: /^\/embed\//, title: 'Internet Archive item' },
  { host: 'www.openstreetmap.org', path: /^\/export\/embed/, title: 'OpenStreetMap' },
  { host: 'speakerdeck.com', path: /^\/player\//, title: 'Speaker Deck slides' },
  { host: 'www.slideshare.net', path: /^\/slideshow\/embed_code\//, title: 'SlideShare slides' },
  { host: 'embed.ted.com', path: /^\/talks\//, title: 'TED talk' },
];

/** Hosts for `frame-src`, all https. */
export const frameHosts: readonly string[] = frameRules.map((rule) => rule.host);

/** A frame as we print it, a link in its place, or nothing when it had no address. */
export function convertFrame(
  element: Element,
  ownHosts: readonly string[],
  removals: Removals,
): ElementContent[] {
  const src = attribute(element, 'src') ?? '';
  if (attribute(element, 'srcDoc') !== undefined) removals.add('srcdoc attribute');
  const url = frameUrl(src);
  const title = attribute(element, 'title')?.trim();
  const address = url && permittedAddress(url);
  if (address) return [onRequest({ ...address, title: title || address.title }, element)];
  removals.add(url ? `<iframe> from ${url.host}` : '<iframe>');
  const href = cleanAddress(src, 'media', ownHosts);
  return href ? [make('p', {}, [make('a', { href }, [text(title || url?.host || href)])])] : [];
}

function permittedAddress(url: URL): Player | undefined {
  const video = youtubeVideo(url);
  if (video) return youtubeOnRequest(video);
  const rule = frameRules.find((rule) => rule.host === url.host && rule.path.test(url.pathname));
  if (!rule) return undefined;
  url.protocol = 'https:';
  const { href, hostname } = url;
  return { src: href, title: rule.title, page: href, place: hostname.replace(/^www\./, '') };
}

export type Player = {
  src: string;
  /** What it shows. */
  title: string;
  /** Where it can be seen without a frame, and what that place is called. */
  page: string;
  place: string;
  /** What the author has written on its button. */
  label?: string;
};

export function youtubeOnRequest(video: Video): Player {
  const page = video.id === 'videoseries' ? youtubePlayer(video) : youtubePage(video);
  return { src: youtubePlayer(video), title: 'YouTube video', page, place: 'YouTube' };
}

/** A frame that is loaded when a reader asks for it: nobody else hears of a reader before. */
export function onRequest({ src, title, page, place, label }: Player, sized?: Element): Element {
  return make('details', { className: ['video-embed'] }, [
    make('summary', {}, [text(label ?? `Show: ${title}`)]),
    embed(frame(src, title), sized),
    make('p', { className: ['video-link'] }, [
      make('a', { href: page }, [text(`Open on ${place}`)]),
    ]),
  ]);
}

/**
 * Puts a frame that may be shown aside until the script of reading pages takes it out. In a closed
 * box alone it would not rest: without scripts browsers load frames at once, `loading` or not
 * (https://html.spec.whatwg.org/multipage/urls-and-fetching.html#lazy-loading-attributes). Without
 * one there is the link below it.
 */
export function restFrame(element: Element): Element[] | undefined {
  if (element.tagName !== 'iframe') return undefined;
  return [{ ...make('template'), content: { type: 'root', children: [element] } }];
}

function frame(src: string, title: string): Element {
  return make('iframe', {
    src,
    title,
    loading: 'lazy',
    referrerPolicy: 'strict-origin-when-cross-origin',
    allowFullScreen: true,
  });
}

/** The box that gives a frame its proportions. */
function embed(content: Element, sized?: Element): Element {
  const { width, height } = sized?.properties ?? {};
  if (typeof width === 'number') content.properties.width = width;
  if (typeof height === 'number') content.properties.height = height;
  return make('div', { className: ['embed'] }, [content]);
}

function frameUrl(src: string): URL | undefined {
  const absolute = src.trim().replace(/^\/\//, 'https://');
  const url = URL.canParse(absolute) ? new URL(absolute) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.host ? url : undefined;
}

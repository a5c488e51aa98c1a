// YouTube addresses in all their forms become one: the player that sets no cookie.
export type Video = { id: string; parameters: URLSearchParams };

const hosts = new Set([
  'youtube.com',
  'www.youtube.com',
  'm.youtube.com',
  'youtu.be',
  'youtube-nocookie.com',
  'www.youtube-nocookie.com',
]);

const keptParameters = ['start', 'end', 'list', 'index', 'cc_load_policy', 'rel'];

/** The video behind a YouTube address, undefined for any other. */
export function youtubeVideo(url: URL): Video | undefined {
  if (!hosts.has(url.host)) return undefined;
  const path = /^\/(?:embed|v|shorts|live)\/([\w-]+)/.exec(url.pathname)?.[1];
  const short = url.host === 'youtu.be' ? url.pathname.slice(1) : undefined;
  // An old Flash address has its parameters after an ampersand in the path.
  const flash = new URLSearchParams(url.pathname.replace(/^[^&]*/, ''));
  const id = path ?? short ?? url.searchParams.get('v') ?? '';
  const isPlaylist = id === 'videoseries';
  if (!isVideoId(id) && !isPlaylist) return undefined;
  return { id, parameters: playerParameters(new URLSearchParams([...flash, ...url.searchParams])) };
}

export function isVideoId(id: string): boolean {
  return /^[\w-]{6,16}$/.test(id);
}

/** What of an address's query means something to the player. */
export function playerParameters(written: URLSearchParams): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of keptParameters) {
    const value = written.get(name);
    if (value !== null && /^[\w-]{1,64}$/.test(value)) parameters.set(name, value);
  }
  const start = secondsOf(written.get('t') ?? '');
  if (start > 0 && !parameters.has('start')) parameters.set('start', String(start));
  return parameters;
}

export function youtubePlayer(video: Video): string {
  const query = video.parameters.size > 0 ? `?${video.parameters}` : '';
  return `https://www.youtube-nocookie.com/embed/${video.id}${query}`;
}

/** The page on YouTube, at the same second. */
export function youtubePage(video: Video): string {
  const start = video.parameters.get('start');
  return `https://www.youtube.com/watch?v=${video.id}${start ? `&t=${start}s` : ''}`;
}

/** `1h2m3s`, `90s` or `90`. */
function secondsOf(written: string): number {
  const [, hours, minutes, seconds] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(written) ?? [];
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

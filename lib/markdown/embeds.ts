// Custom elements and plug-ins that posts use, as HTML that works without script and asks no third
// party for anything before a click. An unknown custom element gives way to its content.
import type { Element, ElementContent } from 'hast';
import { percentDecoded } from './addresses';
import { convertFrame, onRequest, youtubeOnRequest } from './frames';
import { convertGallery } from './gallery';
import type { Removals } from './removals';
import { attribute, findElement, isElement, make, text } from './tree';
import { isVideoId, playerParameters, youtubeVideo } from './youtube';

/** What stands in the element's place; undefined when it is no embed. */
export function convertEmbed(
  element: Element,
  ownHosts: readonly string[],
  removals: Removals,
): ElementContent[] | undefined {
  switch (element.tagName) {
    case 'iframe':
      return convertFrame(element, ownHosts, removals);
    case 'object':
    case 'embed':
      return convertPlugin(element, ownHosts, removals);
    case 'lite-youtube':
      return convertLiteYoutube(element);
    case 'click-to-play':
      return convertClickToPlay(element);
    case 'github-code':
      return convertGithubCode(element);
    case 'image-gallery':
    case 'captioned-image-gallery':
      return convertGallery(element);
    default:
      return element.tagName.includes('-') && element.tagName !== 'annotation-xml'
        ? element.children
        : undefined;
  }
}

/** Only a Flash player of a video that still has a page can be shown. */
function convertPlugin(
  element: Element,
  ownHosts: readonly string[],
  removals: Removals,
): ElementContent[] {
  // The inner `embed` of an `object` has been converted before its parent.
  const inner = findElement(element, (child) => child.tagName === 'iframe');
  if (inner) return element.children.filter((child) => !isElement(child, 'param'));
  const src = attribute(element, 'data') ?? attribute(element, 'src') ?? parameter(element);
  const player = playerOfFlash(src ?? '');
  if (player) {
    const { width, height } = element.properties;
    return convertFrame(make('iframe', { src: player, width, height }), ownHosts, removals);
  }
  removals.add(`<${element.tagName}>`);
  return element.children.filter((child) => !isElement(child, 'param'));
}

function parameter(element: Element): string | undefined {
  const movie = findElement(
    element,
    (child) => child.tagName === 'param' && /^(?:movie|src)$/i.test(String(child.properties.name)),
  );
  return movie && attribute(movie, 'value');
}

function playerOfFlash(src: string): string | undefined {
  if (!URL.canParse(src, 'https://invalid/')) return undefined;
  const url = new URL(src, 'https://invalid/');
  const vimeo = /(?:^|\.)vimeo\.com$/.test(url.host) && url.searchParams.get('clip_id');
  if (vimeo && /^\d+$/.test(vimeo)) return `https://player.vimeo.com/video/${vimeo}`;
  return youtubeVideo(url) ? url.href : undefined;
}

function convertLiteYoutube(element: Element): ElementContent[] {
  const id = attribute(element, 'videoid') ?? '';
  if (!isVideoId(id)) return element.children;
  const written = new URLSearchParams(attribute(element, 'params') ?? '');
  const start = attribute(element, 'start');
  if (start && !written.has('start')) written.set('start', start);
  const video = { id, parameters: playerParameters(written) };
  const player = youtubeOnRequest(video);
  const title = attribute(element, 'title')?.trim() || player.title;
  const label = attribute(element, 'playlabel')?.replace(/\s+/g, ' ').trim() || `Play: ${title}`;
  return [onRequest({ ...player, title, label })];
}

/** The still picture, and the moving one where it is loaded on request. */
function convertClickToPlay(element: Element): ElementContent[] {
  const still = findElement(element, (child) => child.tagName === 'img');
  const link = findElement(element, (child) => child.tagName === 'a');
  const moving = link && attribute(link, 'href');
  if (!still || !moving) return element.children;
  const { alt = '', width, height } = still.properties;
  return [
    make('figure', { className: ['click-to-play'] }, [
      still,
      make('details', {}, [
        make('summary', {}, [text('Play animation')]),
        make('img', { src: moving, alt, width, height }),
      ]),
    ]),
  ];
}

const githubFile =
  /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/blob\/[^/]+\/([^?#]+)(?:\?[^#]*)?(?:#L(\d+)(?:-L(\d+))?)?/;

function convertGithubCode(element: Element): ElementContent[] {
  const href = attribute(element, 'href') ?? attribute(element, 'src') ?? '';
  const [, repository, file, first, last] = githubFile.exec(href) ?? [];
  if (!repository || !file) return linkTo(href, element);
  const lines = first && (last ? `lines ${first}–${last}` : `line ${first}`);
  const part = (name: string, value: string) =>
    make('span', { className: [`github-code-${name}`] }, [text(value)]);
  const parts: ElementContent[] = [part('file', percentDecoded(file))];
  if (lines) parts.push(text(' '), part('lines', lines));
  parts.push(text(' '), part('repo', repository));
  return [make('p', { className: ['github-code'] }, [make('a', { href }, parts)])];
}

function linkTo(href: string, element: Element): ElementContent[] {
  const hasLink = findElement(element, (child) => child.tagName === 'a') !== undefined;
  if (hasLink || !/^https?:/.test(href)) return element.children;
  return [make('a', { href }, [text(href)])];
}

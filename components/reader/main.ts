// The script of reading pages. Everything works without it; it adds what only a browser can.
import { startCopyButtons } from './copy-code';
import { startEditLinks } from './edit-links';
import { startEmbeds } from './embeds';
import { startKeys } from './keys';
import { startLightbox } from './lightbox';
import { startLiveSearch } from './live-search';
import { startRandomButton } from './random';
import { startTagFilter } from './tag-filter';
import { startThemeSwitch } from './theme';

startThemeSwitch();
startTagFilter();
startEditLinks();
startRandomButton();
startLiveSearch();
startCopyButtons();
startEmbeds();
startLightbox();
startKeys();

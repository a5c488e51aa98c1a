/** Of a card, in pixels, as Open Graph and Twitter cards are shown. */
export const cardSize = { width: 1200, height: 630 };

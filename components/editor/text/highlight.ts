// How Markdown looks while it is written: classes only, app/styles/editor.css says what they mean.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

export const markdownHighlighting = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.heading1, class: 'md-heading is-first' },
    { tag: tags.heading2, class: 'md-heading is-second' },
    { tag: [tags.heading3, tags.heading4, tags.heading5, tags.heading6], class: 'md-heading' },
    { tag: tags.strong, class: 'md-strong' },
    { tag: tags.emphasis, class: 'md-emphasis' },
    { tag: tags.strikethrough, class: 'md-strikethrough' },
    { tag: tags.link, class: 'md-link' },
    { tag: tags.url, class: 'md-url' },
    { tag: tags.monospace, class: 'md-code' },
    { tag: tags.quote, class: 'md-quote' },
    { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName], class: 'md-mark' },
    {
      tag: [tags.angleBracket, tags.tagName, tags.attributeName, tags.attributeValue],
      class: 'md-code',
    },
    { tag: tags.comment, class: 'md-mark' },
  ]),
);

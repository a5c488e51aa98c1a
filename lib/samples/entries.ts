// The sample entries: a series of two on keeping a commonplace book, a long one and some short.
import type { SamplePost } from './posts';

const longEntry = `
A commonplace book is a place to put sentences that somebody else wrote. You are reading, a line stops you, and instead of trusting yourself to remember it you copy it out by hand under a heading where you will find it again. That is the whole practice. People have kept such books for as long as there has been paper cheap enough to keep them on, and the reasons they gave have hardly changed.

The first reason is attention. Copying is slow, and slowness is the point. A line that you only underlined has passed before your eyes; a line that you wrote out has passed through your hand, and on the way you noticed the comma, the odd verb, the word that you would not have used. Teachers in the sixteenth century told their pupils to keep notebooks for exactly this: not to own the phrases but to be changed by having had to spell them.

## Headings

The second reason is order. A book of copied lines soon becomes a heap, and a heap is no use to anybody. So the keepers of these books invented ways to find things. Some ruled their pages beforehand and gave every virtue and vice its own leaf. That works until a good line turns up that is neither, or until Courage is full and Prudence has not a single entry.

John Locke, who kept notebooks for most of his life, got so tired of running out of room that he designed an index instead. Two pages at the front were ruled into a grid: every first letter, and under each letter the five vowels. An entry on *Epistola* went to the line for E and the vowel that follows, which is i; the page number was written there, and the entry itself went wherever the next empty page happened to be. The order was in the index and no longer in the book. He published the method, and for a century printers sold blank books with his grid already in them.

Anybody who has tagged a bookmark has used the same idea. The thing itself lies in a pile, newest on top, and the finding is done by a list of words kept beside it:

\`\`\`python
from collections import defaultdict

index = defaultdict(list)
for page, entry in enumerate(book, start=1):
    for heading in entry.headings:
        index[heading].append(page)
\`\`\`

It is eight lines of a program and it took about three hundred years.

## What to copy

What should go in? The old advice was severe: only the best, only from the best authors, and each under a head that you had thought about. The actual books are more cheerful. They hold recipes beside psalms, the price of oats, a joke about a bishop, the measurements of a window that needed a curtain. One lady copied out long passages of a sermon and, on the facing page, how to get ink out of linen. You can see the ink.

I find this a comfort. A book that only held wisdom would be hard to open on a Tuesday. A book that also knows how long to boil an egg gets opened, and once it is open the wisdom has its chance.

There are some rules that I have come to keep:

1. Write down where it came from, at once, in full. A quotation without a source is gossip.
2. Say in one sentence why it is here. The reason is obvious today and will be gone in a month.
3. Leave nothing out in the middle without showing it. Three dots are honest; a silent cut is a small lie.
4. If a thing is too long to copy, copy the sentence that made you stop and point at the rest.
5. Do not wait for the right notebook.

## Reading it again

The third reason is the one that nobody believes beforehand: you read it again. Not often, and seldom on purpose. You look for one thing and find the next three, and they have been waiting since a summer that you had forgotten. The lines talk to each other in an order that no author planned. Most of what I have ever thought that was any good began as two sentences by two people who never met, standing on one page because they had arrived on the same day.

This is also why the order of arrival matters and why I have given up on sorting. The headings let me find what I look for. The dates let me find what I was like. A heading says *patience*; the date says that all four entries about patience were made in the same week of March, which tells me rather more about that March than I had meant to write down.

## In public

A weblog is a commonplace book that is left open on the table. It has the same parts: a line copied from somewhere with its source, a link with a sentence that says why, a note that is nobody's but mine, now and then a longer piece that grew out of the others. It has headings, which are called tags, and it has the order of days.

What is different is that somebody may be reading over your shoulder, and that turns out to help. You copy more carefully. You say where it came from because the person who wrote it may well come by. You finish the sentence. And when you are wrong, which is often, there is a chance that somebody who knows better will tell you while you can still mend it.

The other thing that is different is time. Paper yellows at a decent speed. On the web the thing that you pointed at may be gone by Friday, and so the old advice is the best: copy out the line that stopped you. Keep it with its source and its date, on a page with an address that you promise not to change. If you do that, and if you go on doing it when it is raining and nothing interesting has happened, then after some years there is a book.

It will not be the book you thought you were writing. It will have too much in it about pens, or about one particular river, and there will be a summer when you were unaccountably interested in hinges. But it will be yours in a way that nothing you sat down to compose could be, because it was made from what stopped you, one line at a time, on the days when it did.
`.trim();

export const sampleEntries: SamplePost[] = [
  {
    kind: 'entry',
    title: 'How to keep a commonplace book',
    slug: 'commonplace-book',
    publishedAt: '2026-01-29T09:12:00Z',
    tags: ['commonplace-books', 'reading', 'note-taking', 'weblogs'],
    series: 'keeping-a-book',
    body: longEntry,
  },
  {
    kind: 'entry',
    title: 'Which notebook should you use?',
    slug: 'which-notebook',
    publishedAt: '2026-01-27T18:30:00Z',
    tags: ['note-taking', 'paper', 'commonplace-books'],
    series: 'keeping-a-book',
    body: `The one that is in your pocket. I have owned four that were too beautiful to write in, and all four are still beautiful.

If you want more of an answer: paper that takes ink on both sides, a cover that survives a coat, and fewer than two hundred pages, so that there is an end to look forward to.

| notebook | pages | survived |
| --- | ---: | --- |
| the red one | 96 | two winters |
| the one with the elastic | 192 | a river |
| the beautiful ones | 240 | everything, unopened |`,
  },
  {
    kind: 'entry',
    title: 'small weblogs, loosely joined',
    slug: 'small-weblogs',
    publishedAt: '2026-01-28T21:00:00Z',
    tags: ['weblogs', 'links'],
    body: `Nobody needs to be on the front page of anything. A weblog with forty readers who write back is worth more than a crowd that scrolls past, and it is a good deal quieter.

The joining is done by links. You read something, you say what you made of it, you point. The person you pointed at finds out sooner or later and points back, or does not, and either way a reader who came in at one door leaves by another.

> The strength of a road is not in any of its stones.

That is from a leaflet on dry-stone walls, but it will do.`,
  },
];

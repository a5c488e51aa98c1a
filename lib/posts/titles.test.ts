import { expect, test } from 'vitest';
import { domainOf, endSentence } from './titles';

test.each([
  { title: 'Perl Slurp-Eaze', via: false, stop: '.' },
  { title: 'Perl Slurp-Eaze', via: true, stop: '' },
  { title: 'Who needs it?', via: false, stop: '' },
  { title: 'Yes! ', via: false, stop: '' },
  { title: 'Ends here.', via: false, stop: '' },
  { title: 'And so on…', via: false, stop: '' },
  { title: 'A “quote?”', via: false, stop: '.' },
])('$title with via $via', ({ title, via, stop }) => {
  expect(endSentence(title, via).stop).toBe(stop);
});

test.each([
  { url: 'https://www.example.org/a', domain: 'example.org' },
  { url: 'http://sub.example.org:8080/', domain: 'sub.example.org' },
  { url: '/2024/Jan/1/own/', domain: undefined },
])('$url', ({ url, domain }) => {
  expect(domainOf(url)).toBe(domain);
});

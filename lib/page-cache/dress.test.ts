import { describe, expect, test } from 'vitest';
import { dressPage } from './dress.mjs';

const dress = (html: string) => {
  const page = {
    kind: 'APP_PAGE' as const,
    html,
    rscData: Buffer.from('data'),
    segmentData: new Map([['/', Buffer.from('x')]]),
  };
  dressPage(page);
  return page;
};

describe('dressPage', () => {
  test.each([
    { name: 'framework files go', html: '<script src="/_next/x.js" async=""></script>', is: '' },
    {
      name: 'framework data goes',
      html: '<script>self.__next_f.push([1,"a\\u003c/script>"])</script>',
      is: '',
    },
    {
      name: 'files for old browsers go',
      html: '<script src="/_next/y.js" noModule=""></script>',
      is: '',
    },
    {
      name: 'preloads of scripts go',
      html: '<link rel="preload" as="script" fetchPriority="low" href="/_next/x.js"/>',
      is: '',
    },
    {
      name: 'preloads of fonts stay',
      html: '<link rel="preload" href="/f.woff2" as="font"/>',
      is: '<link rel="preload" href="/f.woff2" as="font"/>',
    },
    {
      name: 'our scripts stay',
      html: '<script data-keep="" src="/assets/r.js" defer=""></script>',
      is: '<script data-keep="" src="/assets/r.js" defer=""></script>',
    },
    {
      name: 'the inline one too',
      html: '<script data-keep="">try{}catch{}</script>',
      is: '<script data-keep="">try{}catch{}</script>',
    },
    {
      name: 'structured data stays',
      html: '<script type="application/ld+json">{"a":1}</script>',
      is: '<script type="application/ld+json">{"a":1}</script>',
    },
    {
      name: 'markers of React go',
      html: '<p>a<!-- -->b</p><!--$--><!--/$--><!--$!--><template data-dgst="X;404"></template><!--html-->',
      is: '<p>ab</p>',
    },
    { name: 'comments of authors stay', html: '<!-- a comment -->', is: '<!-- a comment -->' },
    {
      name: 'a script between others is found',
      html: '<script>1</script><b>x</b><script>2</script>',
      is: '<b>x</b>',
    },
    {
      name: 'code that shows scripts stays',
      html: '<code>&lt;script>1&lt;/script></code>',
      is: '<code>&lt;script>1&lt;/script></code>',
    },
    {
      name: 'words about scripts in an attribute stay',
      html: '<img alt="The &lt;script&gt; tag"><p>a</p><script>1</script>b',
      is: '<img alt="The &lt;script&gt; tag"><p>a</p>b',
    },
    {
      name: 'so do those of a body that was stored before they were escaped',
      html: `<img alt="The <script> tag"><i title='"<script>'>a</i><script>1</script>b`,
      is: `<img alt="The <script> tag"><i title='"<script>'>a</i>b`,
    },
    {
      name: 'tags in a kept script are text',
      html: '<script data-keep="">a("<b title=\'")</script><script>1</script>b',
      is: '<script data-keep="">a("<b title=\'")</script>b',
    },
  ])('$name', ({ html, is }) => {
    expect(dress(html).html).toBe(is);
  });

  test('what only the framework’s router asks for is dropped', () => {
    const page = dress('<p>text</p>');
    expect(page.rscData).toHaveLength(0);
    expect(page.segmentData).toBeUndefined();
  });
});

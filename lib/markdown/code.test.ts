import { describe, expect, test } from 'vitest';
import { type BodyFormat, renderBody } from './render';

async function html(source: string, format: BodyFormat = 'markdown'): Promise<string> {
  return (await renderBody(source, { format, typography: true, idPrefix: '' })).html;
}

describe('code blocks', () => {
  test('a fence with a language is coloured by classes, not styles', async () => {
    const output = await html('```python\ndef f(x):\n    return "a"  # why\n```');
    expect(output).toBe(
      '<pre class="code" data-language="python" tabindex="0"><code>' +
        '<span class="hl-keyword">def </span><span class="hl-function">f</span>(<span class="hl-variable">x</span>):\n' +
        '    <span class="hl-keyword">return </span><span class="hl-string">"a"  </span><span class="hl-comment"># why</span></code></pre>',
    );
  });

  test.each([
    ['no language', '```\na "b"\n```'],
    ['an unknown language', '```klingon\na "b"\n```'],
    ['a plain language', '```text\na "b"\n```'],
    ['an indented block', '    a "b"'],
    ['old HTML', '<pre>\n\na "b"\n</pre>'],
    ['old HTML with code', '<pre><code>\na "b"\n</code></pre>'],
    ['old HTML with a line break', '<pre>a "b"<br></pre>'],
  ])('%s is a plain block', async (_, source) => {
    expect(await html(source)).toBe('<pre class="code" tabindex="0"><code>a "b"</code></pre>');
  });

  test.each([
    ['language-js', '<pre><code class="language-js">let a</code></pre>', 'js'],
    ['a bare name', '<pre><code class="python">def a(): pass</code></pre>', 'python'],
    ['the class of pre', '<pre class="lang-css"><code>a { color: red }</code></pre>', 'css'],
    ['WordPress', '<pre class="brush: php; gutter: false">if ($a) {}</pre>', 'php'],
    [
      'an alias',
      '<pre><code class="python-interactive">import a</code></pre>',
      'python-interactive',
    ],
    ['a copyable fence', '```markdown-copy\n# a\n```', 'markdown-copy'],
  ])('the language is found: %s', async (_, source, language) => {
    const output = await html(source);
    expect(output).toContain(`data-language="${language}"`);
    expect(output).toMatch(/class="hl-/);
  });

  test('what another highlighter did is kept in our classes', async () => {
    const output = await html(
      '<div class="highlight highlight-source-shell"><pre>ls <span class="pl-k">|</span> <span class="pl-zz">wc</span></pre></div>',
      'html',
    );
    expect(output).toBe(
      '<pre class="code" data-language="shell" tabindex="0"><code>ls <span class="hl-keyword">|</span> <span>wc</span></code></pre>',
    );
    const pygments = await html(
      '<div class="codehilite"><pre><span class="kn">import</span> x</pre></div>',
      'html',
    );
    expect(pygments).toContain('<span class="hl-keyword">import</span>');
  });

  test('markup in an old block stays', async () => {
    expect(await html('<pre>x<sub>1</sub> <a href="/a">b</a></pre>', 'html')).toBe(
      '<pre class="code" tabindex="0"><code>x<sub>1</sub> <a href="/a">b</a></code></pre>',
    );
  });

  test('a very long block is left uncoloured rather than waited for', async () => {
    const output = await html(`\`\`\`js\n${'let a = 1;\n'.repeat(6_000)}\`\`\``);
    expect(output).not.toContain('hl-');
  });
});

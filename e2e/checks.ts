// Judgements that this project did not write: a validator of HTML, a checker of accessibility.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { HtmlValidate } from 'html-validate/node';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document'],
  rules: {
    // How it is written is the serialiser's business: React keeps `dateTime` and self-closed voids.
    'attr-case': 'off',
    'void-style': 'off',
    'no-implicit-input-type': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'no-raw-characters': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Everything comes from this very origin.
    'require-sri': 'off',
  },
});

/** What is wrong with a document. */
export async function markupProblems(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map(
      ({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`,
    ),
  );
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Which rules of WCAG 2.2 AA a page violates, and where.
 * @param except what is a document of its own, and judged as one elsewhere
 */
export async function accessibilityProblems(page: Page, { except }: { except?: string } = {}) {
  const builder = new AxeBuilder({ page }).withTags([...levels, 'best-practice']);
  const { violations } = await (except ? builder.exclude(except) : builder).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

import { describe, expect, test } from 'vitest';
import { beatType } from './kinds';

describe('beatType', () => {
  test.each([
    { type: 'til', plural: 'TILs' },
    { type: 'field-trip', plural: 'Field trip' },
    { type: 'constructor', plural: 'Constructor' },
    { type: 'valueof', plural: 'Valueof' },
  ])('$type is shown as $plural', ({ type, plural }) => {
    expect(beatType(type).plural).toBe(plural);
  });
});

'use client';

import { useId, useState } from 'react';
import type { FormValues } from '@/lib/actions';
import type { PostKind } from '@/lib/posts/kinds';
import { Button } from '../../ui/button';
import { useIsLive } from '../../ui/use-is-live';
import { type FieldChange, fieldChanges } from './field-changes';
import { compareLines, foldRows, inlineRow, type Piece, type Row } from './text-diff';

export type ComparisonProps = {
  kind: PostKind;
  former: FormValues;
  latter: FormValues;
  /** What the two are called, at the head of their columns. */
  formerName: string;
  latterName: string;
};

/** What differs between two states of a post, beside each other or in one. */
export function Comparison({ kind, former, latter, formerName, latterName }: ComparisonProps) {
  const [isInline, setInline] = useState(false);
  const isLive = useIsLive();
  const changes = fieldChanges(kind, former, latter);
  if (changes.length === 0) return <p>They say the same.</p>;
  return (
    <div className="comparison">
      <fieldset className="comparison-choice" disabled={!isLive}>
        <legend className="visually-hidden">How to compare</legend>
        <Button aria-pressed={!isInline} onClick={() => setInline(false)}>
          Side by side
        </Button>
        <Button aria-pressed={isInline} onClick={() => setInline(true)}>
          In one
        </Button>
      </fieldset>
      {changes.map((change) => (
        <FieldComparison key={change.name} {...{ change, isInline, formerName, latterName }} />
      ))}
    </div>
  );
}

type FieldComparisonProps = {
  change: FieldChange;
  isInline: boolean;
  formerName: string;
  latterName: string;
};

function FieldComparison({ change, isInline, formerName, latterName }: FieldComparisonProps) {
  const headingId = useId();
  const rows = foldRows(compareLines(change.former, change.latter));
  return (
    <section className="field-comparison">
      <h3 id={headingId}>{change.label}</h3>
      <table className={isInline ? 'is-inline' : 'is-beside'} aria-labelledby={headingId}>
        <thead>
          <tr>
            {isInline ? (
              <th scope="col">
                {formerName} → {latterName}
              </th>
            ) : (
              <>
                <th scope="col">{formerName}</th>
                <th scope="col">{latterName}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by their place.
            <ComparedRow key={index} {...{ row, isInline, formerName, latterName }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type ComparedRowProps = Omit<FieldComparisonProps, 'change'> & { row: Row | { folded: Row[] } };

function ComparedRow({ row, ...how }: ComparedRowProps) {
  const { isInline, formerName, latterName } = how;
  const [isUnfolded, setUnfolded] = useState(false);
  const isLive = useIsLive();
  if ('folded' in row) {
    if (isUnfolded)
      return row.folded.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by their place.
        <ComparedRow key={index} row={one} {...how} />
      ));
    return (
      <tr className="is-folded">
        <td colSpan={isInline ? 1 : 2}>
          <button type="button" disabled={!isLive} onClick={() => setUnfolded(true)}>
            {row.folded.length} lines alike
          </button>
        </td>
      </tr>
    );
  }
  if (isInline)
    return (
      <tr>
        <td>
          <Pieces pieces={inlineRow(row)} />
        </td>
      </tr>
    );
  return (
    <tr>
      <td data-of={formerName}>
        <Pieces pieces={row.former} />
      </td>
      <td data-of={latterName}>
        <Pieces pieces={row.latter} />
      </td>
    </tr>
  );
}

function Pieces({ pieces }: { pieces: Piece[] | null }) {
  return pieces?.map(({ kind, text }, index) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: pieces are told apart by their place.
    if (kind === 'added') return <ins key={index}>{text}</ins>;
    if (kind === 'removed') return <del key={index}>{text}</del>;
    return <span key={index}>{text}</span>;
    // biome-ignore-end lint/suspicious/noArrayIndexKey: as above
  });
}

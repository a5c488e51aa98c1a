'use client';

import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { useIsLive } from '@/components/ui/use-is-live';
import type { FormValues } from '@/lib/actions';
import { readRows, type SiteLink } from '@/lib/settings/link-rows';
import type { SettingProps } from './setting';

/** Rows that stand ready where no script can add any. */
const spareRows = 2;

type Row = SiteLink & { id: number };

function rowsOf(field: string, values: FormValues): Row[] {
  const spare = Array.from({ length: spareRows }, () => ({ label: '', url: '' }));
  return [...readRows(field, values), ...spare].map((row, id) => ({ ...row, id }));
}

/**
 * A list of links. Rows are moved and added by script; without it there are spare ones, a row is
 * removed by emptying it, and moved by writing it elsewhere.
 */
export function LinksField({ setting, values, problems }: SettingProps) {
  const shown = JSON.stringify(readRows(setting.key, values));
  // Saved or refused, the form shows what came back.
  return <Rows key={shown} setting={setting} values={values} problems={problems} />;
}

function Rows({ setting: { key, label, help }, values, problems }: SettingProps) {
  const [rows, setRows] = useState(() => rowsOf(key, values));
  const nextId = useRef(rows.length);
  const list = useRef<HTMLOListElement>(null);
  const hintId = useId();
  const isLive = useIsLive();

  const focusRow = (index: number) =>
    requestAnimationFrame(() =>
      list.current?.children[index]?.querySelector<HTMLElement>('input')?.focus(),
    );
  const move = (from: number, to: number) => {
    setRows((before) => {
      const moved = before.toSpliced(from, 1);
      const row = before[from];
      return row ? moved.toSpliced(to, 0, row) : before;
    });
    focusRow(to);
  };
  const remove = (index: number) => {
    setRows((before) => before.toSpliced(index, 1));
    focusRow(Math.max(0, index - 1));
  };
  const add = () => {
    setRows((before) => [...before, { label: '', url: '', id: nextId.current++ }]);
    focusRow(rows.length);
  };

  return (
    <fieldset className="links-field" aria-describedby={hintId}>
      <legend>{label}</legend>
      <p className="field-hint" id={hintId}>
        {help} {!isLive && 'A row that is emptied goes.'}
      </p>
      {problems[key] && <p className="field-error">{problems[key]}</p>}
      <ol ref={list}>
        {rows.map((row, index) => (
          <li key={row.id} className="link-row">
            <LinkFields
              field={`${key}.${index}`}
              row={row}
              number={index + 1}
              problems={problems}
            />
            {isLive && (
              <div className="button-row">
                <Button
                  disabled={index === 0}
                  aria-label={`Move link ${index + 1} up`}
                  onClick={() => move(index, index - 1)}
                >
                  ↑
                </Button>
                <Button
                  disabled={index === rows.length - 1}
                  aria-label={`Move link ${index + 1} down`}
                  onClick={() => move(index, index + 1)}
                >
                  ↓
                </Button>
                <Button aria-label={`Remove link ${index + 1}`} onClick={() => remove(index)}>
                  Remove
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {isLive && <Button onClick={add}>Add a link</Button>}
    </fieldset>
  );
}

type LinkFieldsProps = {
  field: string;
  row: SiteLink;
  number: number;
  problems: Record<string, string>;
};

function LinkFields({ field, row, number, problems }: LinkFieldsProps) {
  return (
    <>
      <Field
        name={`${field}.label`}
        label={`Label of link ${number}`}
        placeholder="Label"
        isLabelHidden
        defaultValue={row.label}
        error={problems[`${field}.label`]}
      />
      <Field
        name={`${field}.url`}
        label={`Address of link ${number}`}
        placeholder="/about/ or https://…"
        isLabelHidden
        className="verbatim"
        spellCheck={false}
        autoCapitalize="none"
        defaultValue={row.url}
        error={problems[`${field}.url`]}
      />
    </>
  );
}

'use client';

import { useEffect, useState } from 'react';
import { CheckField } from '@/components/ui/check-field';
import { editLinksKey } from '@/lib/edit-links';

/** Whether the site shows its author's links in this browser. Nothing of it leaves the browser. */
export function EditLinksSwitch() {
  const [isOn, setIsOn] = useState<boolean | null>(null);
  useEffect(() => setIsOn(read()), []);
  // Without script there would be nothing to switch, and nothing that shows the links.
  if (isOn === null) return null;
  return (
    <section>
      <h2>In this browser</h2>
      <CheckField
        label="Show edit links on the site in this browser"
        hint="Every post there gets a link to its editor, and the header one to the dashboard. Readers see neither."
        checked={isOn}
        onChange={({ target }) => {
          write(target.checked);
          setIsOn(read());
        }}
      />
    </section>
  );
}

function read(): boolean {
  try {
    return localStorage.getItem(editLinksKey) === 'on';
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

function write(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(editLinksKey, 'on');
    else localStorage.removeItem(editLinksKey);
  } catch (error) {
    // Storage is off: the box stays as it was.
    if (!(error instanceof DOMException)) throw error;
  }
}

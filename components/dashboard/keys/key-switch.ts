// Whether single keys do anything in this browser. Who speaks to a machine, or rests a hand on the
// keys, switches them off.
const key = 'dashboard-keys';

export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch (error) {
    // Storage is off: nobody can have switched them off.
    if (error instanceof DOMException) return true;
    throw error;
  }
}

export function switchKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(key);
  else localStorage.setItem(key, 'off');
}

// The instant at which tests take place.
export const now = new Date('2026-02-01T12:00:00Z');

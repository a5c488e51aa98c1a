// What lies near a date at which nothing is.
import { nearestDays } from '../archive/queries';
import { type Day, monthRange, yearRange } from '../dates';
import { database } from '../db/client';
import { type Address, parseAddress } from '../urls';

/**
 * The nearest days with posts around a date that has none, for its 404. Of a date that no calendar
 * has, such as the 30th of February, around its month.
 */
export async function suggestDays(pathname: string, now = new Date(), db = database()) {
  const [year, month] = pathname.split('/').filter(Boolean);
  const address = parseAddress(pathname) ?? parseAddress(`/${year}/${month}/`);
  const range = address && rangeOf(address);
  return range ? nearestDays(range, now, db) : null;
}

function rangeOf(address: Address): { from: Day; before: Day } | null {
  switch (address.page) {
    case 'year':
      return yearRange(address.year);
    case 'month':
      return monthRange(address.year, address.month);
    case 'day':
    case 'post':
      return { from: address.day, before: address.day };
    default:
      return null;
  }
}

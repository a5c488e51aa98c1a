// The place where the bytes lie did not do what it was asked to: a bucket that is down, above all.

export class StorageFailed extends Error {
  override name = 'StorageFailed';
}

import { expect, test } from 'vitest';
import { s3Storage } from './s3';

const bucket = {
  endpoint: 'https://s3.example.org',
  region: 'auto',
  bucket: 'files',
  accessKeyId: 'id',
  secretAccessKey: 'secret',
};

test.each([
  { key: 'ab12/cat.jpg', address: 'https://media.example.org/ab12/cat.jpg' },
  { key: 'ab12/Größe 1.jpg', address: 'https://media.example.org/ab12/Gr%C3%B6%C3%9Fe%201.jpg' },
  { key: 'ab12/图.jpg', address: 'https://media.example.org/ab12/%E5%9B%BE.jpg' },
])('readers are led to $key by an address that a header can hold', ({ key, address }) => {
  const storage = s3Storage({ ...bucket, publicUrl: 'https://media.example.org/' });
  expect(storage.publicUrl(key)).toBe(address);
  expect(s3Storage(bucket).publicUrl(key)).toBeNull();
});

// A file as the server tells of it when it has come.
import type { UploadedFile } from '@/lib/media/upload-answers';

export const stored: UploadedFile = {
  id: 7,
  name: 'a.png',
  originalName: 'a.png',
  path: '/media/7/a.png',
  thumbnail: null,
  type: 'image/png',
  size: 10,
  width: 1,
  height: 1,
  alt: '',
};

'use client';

import { useEffect, useState } from 'react';
import type { Upload } from './upload';

/** A small picture of what is uploaded: the browser's own, then the library's. */
export function UploadPicture({ upload: { file, state } }: { upload: Upload }) {
  const [local, setLocal] = useState<string | null>(null);
  useEffect(() => {
    if (!/^image\/(?:jpeg|png|webp|gif)$/.test(file.type)) return;
    const url = URL.createObjectURL(file);
    setLocal(url);
    return () => URL.revokeObjectURL(url);
  }, [file]);
  const stored = state.name === 'done' ? state.file.thumbnail : null;
  const address = stored ?? local;
  return (
    <span className="upload-picture">
      {address !== null && <img src={address} alt="" decoding="async" />}
    </span>
  );
}

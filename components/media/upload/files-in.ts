// The files of a paste or a drop.

/** Whether files are being dragged, before the browser tells which. */
export const hasFiles = (transfer: DataTransfer | null) => transfer?.types.includes('Files');

/** What was dropped; folders are left out, for a browser reads nothing from them this way. */
export function filesIn(transfer: DataTransfer | null): File[] {
  if (transfer === null) return [];
  return [...transfer.items].flatMap((item) => {
    if (item.kind !== 'file' || item.webkitGetAsEntry()?.isDirectory) return [];
    const file = item.getAsFile();
    return file === null ? [] : [file];
  });
}

/** What was pasted, where it is files; a copied text that brings its picture along is a text. */
export function pastedFiles(transfer: DataTransfer | null): File[] {
  if (transfer === null || transfer.types.includes('text/plain')) return [];
  return filesIn(transfer);
}

// Local copies in IndexedDB: room for long texts, written without holding up the typing, and still
// there after the browser has crashed.
import type { CopyStore, LocalCopy } from './local-copy';

const databaseName = 'commonplace-editor';
const storeName = 'copies';
const personIndex = 'person';

/** Some browsers never answer where storage is forbidden. */
const longestOpeningMs = 2000;

/** @throws when this browser has no such storage, or keeps it shut */
export async function openIndexedCopies(factory: IDBFactory): Promise<CopyStore> {
  const database = await openDatabase(factory);
  const store = (mode: IDBTransactionMode) => {
    const transaction = database.transaction(storeName, mode);
    return { transaction, copies: transaction.objectStore(storeName) };
  };
  return {
    async put(copy) {
      const { transaction, copies } = store('readwrite');
      copies.put(copy);
      // Without waiting for a turn of a page that may be about to go.
      transaction.commit();
      await whenComplete(transaction);
    },
    async list(personId) {
      const { copies } = store('readonly');
      return resultOf<LocalCopy[]>(copies.index(personIndex).getAll(personId));
    },
    async remove(ids) {
      const { transaction, copies } = store('readwrite');
      for (const id of ids) copies.delete(id);
      transaction.commit();
      await whenComplete(transaction);
    },
  };
}

function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(databaseName, 1);
    setTimeout(() => reject(new Error('IndexedDB does not answer.')), longestOpeningMs);
    request.onupgradeneeded = () => {
      const copies = request.result.createObjectStore(storeName, { keyPath: 'id' });
      copies.createIndex(personIndex, 'personId');
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('IndexedDB is held by another page.'));
    request.onsuccess = () => {
      // A later version of this page in another tab needs it changed.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
}

function resultOf<Result>(request: IDBRequest): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function whenComplete(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The write was given up.'));
    transaction.onerror = () => reject(transaction.error);
  });
}

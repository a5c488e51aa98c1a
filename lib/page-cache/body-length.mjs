// How long a streamed answer is. Next takes `Content-Length` from what a route answers, for it might
// belong to a body that was unpacked on its way; a file of the library is sent as it lies there, and
// says its length under another name.

/** What a route names it. */
export const bodyLengthHeader = 'x-body-length';

/**
 * Puts the length into the head of an answer that names it.
 * @param {import('node:http').ServerResponse} response
 */
export function tellLength(response) {
  const { writeHead } = response;
  /** @this {import('node:http').ServerResponse} */
  response.writeHead = function (/** @type {unknown[]} */ ...head) {
    const length = response.getHeader(bodyLengthHeader);
    if (length !== undefined) {
      response.removeHeader(bodyLengthHeader);
      if (head[0] === 200 || head[0] === 206) response.setHeader('content-length', String(length));
    }
    return Reflect.apply(writeHead, this, head);
  };
}

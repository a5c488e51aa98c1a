// Reading what a request to a route brings, up to a size.

export type Body = { ok: true; text: string } | { ok: false };

/** The text of a body of at most so many bytes; of a longer one no more is read than that. */
export async function readBody(request: Request, mostBytes: number): Promise<Body> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return { ok: false };
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return { ok: false };
    text += decoder.decode(chunk, { stream: true });
  }
  return { ok: true, text: text + decoder.decode() };
}

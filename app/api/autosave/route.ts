// `POST /api/autosave/`: what is being typed (lib/posts/editing.ts).
import { database } from '@/lib/db/client';
import { autosave } from '@/lib/posts/autosave';
import { autosaveInput } from '@/lib/posts/editing-input';
import { fail, jsonRoute } from '@/lib/posts/editor-route';
import { typistOf } from '@/lib/posts/typist';

export const POST = jsonRoute(autosaveInput, async (request, actor) => {
  const answer = await autosave(request, typistOf(actor), database());
  return answer.status === 'forbidden' ? fail('forbidden') : Response.json(answer);
});

// Whether the server can have its port: asked before anything that takes long.
import { createServer } from 'node:net';
import { CommandError } from './environment';

/** The server listens on every interface; somebody on one of these alone would get its readers. */
const hosts = [undefined, '127.0.0.1', '::1'];

/** @throws {CommandError} when somebody else has the port, or this user may not have it */
export async function requireFreePort(port: number): Promise<void> {
  for (const host of hosts) {
    const code = await tryListening(port, host);
    if (code === 'EADDRINUSE')
      throw new CommandError(`Port ${port} is in use; set PORT to another one.`);
    if (code === 'EACCES')
      throw new CommandError(`Port ${port} is not for this user; set PORT to another one.`);
  }
}

/** @returns why it cannot be listened on, such as on a machine without IPv6; null when it can */
function tryListening(port: number, host: string | undefined): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

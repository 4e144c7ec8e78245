/** A handler on a port of this machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Handler } from './handler.ts';

export interface Listening {
  readonly port: number;
  /** `http://localhost:4000` */
  readonly origin: string;
  /**
   * Stops taking requests and waits until the running ones are answered, at most so many milliseconds; what still runs
   * then is cut off.
   */
  close(graceMilliseconds: number): Promise<void>;
}

/** Rejects with the system's error when the port cannot be had. Port 0 means any free one. */
export async function listen(handler: Handler, port: number, host: string): Promise<Listening> {
  const server = createServer(handler);
  let isClosing = false;
  // Closing spares the connections that have a running request; each goes as soon as that is answered.
  server.on('request', (_request, response) => {
    response.once('close', () => {
      if (isClosing) server.closeIdleConnections();
    });
  });
  await new Promise<void>((settle, reject) => {
    server.once('error', reject);
    server.listen(port, host, settle);
  });
  const address = server.address() as AddressInfo; // a server that listens on a port has one
  const shown = host === '127.0.0.1' || host === '::1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    port: address.port,
    origin: `http://${shown}:${address.port}`,
    close: (grace) =>
      new Promise((settle) => {
        isClosing = true;
        const cutOff = setTimeout(() => server.closeAllConnections(), grace);
        server.close(() => {
          clearTimeout(cutOff);
          settle();
        });
        server.closeIdleConnections();
      }),
  };
}

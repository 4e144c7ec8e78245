/**
 * A request's body, kept at most so far; undefined when there is more. For bodies that do not tell their length: most
 * clients tell it, and then it is compared before a byte is read.
 *
 * What is too much is read on and thrown away, so that a client that sends to the end before it listens hears the
 * answer and can use the connection again. Node's own time limit on requests ends one that never stops.
 */
export async function boundedBody(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    length += read.value.byteLength;
    if (length > maxBytes) {
      void drain(reader);
      return undefined;
    }
    pieces.push(read.value);
  }
  return Uint8Array.from(Buffer.concat(pieces, length));
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<void> {
  try {
    while ((await reader?.read())?.done === false);
  } catch {
    // the client went away: nobody is waiting for the rest
  }
}

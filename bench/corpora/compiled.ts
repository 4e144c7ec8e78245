/** Compiled code, as it runs for users; whoever asks for it says whose types it has. */
export function compiled(file: string): Promise<unknown> {
  return import(new URL(`../../dist/${file}`, import.meta.url).href);
}

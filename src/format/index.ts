/** From text to source records, one file per format. See README.md beside this file. */
export * from './format.ts';
export * from './profile-page.ts';
export * from './registry.ts';
export * from './writers.ts';
export { decodeHead, decodeText } from './text/decode.ts';
export { decodeWhole, StreamDecoder } from './text/decode-stream.ts';
export type { DecodedText, Encoding } from './text/decode.ts';

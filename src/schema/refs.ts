/**
 * Every object type, declared before any is implemented: authors have papers and papers have authors, so the files that
 * implement them name each other's types here.
 */
import type { AuthorRecord, Collaboration, InstitutionRecord, VenueRecord } from '../corpus/index.ts';
import type { Paper } from '../model/index.ts';

import { builder } from './builder.ts';

export const AuthorRef = builder.objectRef<AuthorRecord>('Author');
export const AuthorIdentityRef = builder.objectRef<AuthorRecord>('AuthorIdentity');
export const PaperRef = builder.objectRef<Paper>('Paper');
export const InstitutionRef = builder.objectRef<InstitutionRecord>('Institution');
export const VenueRef = builder.objectRef<VenueRecord>('Venue');
export const CollaborationRef = builder.objectRef<Collaboration>('Collaboration');

/** Whatever `node` can answer with. */
export type NodeShape = AuthorRecord | Paper | InstitutionRecord | VenueRecord | Collaboration;

export const NodeRef = builder.interfaceRef<NodeShape>('Node');

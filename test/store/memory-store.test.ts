import { createMemoryStore } from '../../src/store/index.ts';
import { storeCases } from '../support/store-cases.ts';
import { reopened } from './reopened.ts';

storeCases('the memory store', createMemoryStore);
storeCases('the memory store, saved and opened', (content) => reopened(createMemoryStore(content)));

import { createMemoryStore } from '../../src/store/index.ts';
import { storeCases } from '../support/store-cases.ts';

storeCases('the memory store', createMemoryStore);

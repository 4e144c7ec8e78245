// A process of its own that appends numbered decisions to a log: append-decisions.ts FILE WRITER COUNT.
import { openDecisionLog } from '../../src/store/index.ts';

import { numbered } from './numbered-decisions.ts';

const [path = '', writer = '', count = ''] = process.argv.slice(2);
const log = openDecisionLog(path);
for (const decision of numbered(writer, Number(count))) await log.append(decision);

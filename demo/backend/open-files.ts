import * as v from 'valibot';
import {integer} from '../../src/backend/wire-values.ts';

const limitSchema = v.union([integer, v.literal('unlimited')]);
const reportSchema = v.object({userLimits: v.object({open_files: v.object({soft: limitSchema})})});

/** How many files and connections this process may have open; undefined where the system doesn't say. */
export function openFilesLimit(): number | undefined {
  // Looking up the names of all that are connected takes long, and nobody asks for them.
  Object.assign(process.report, {excludeNetwork: true});
  const parsed = v.safeParse(reportSchema, process.report.getReport());
  if (!parsed.success) return undefined;
  const {soft} = parsed.output.userLimits.open_files;
  return soft === 'unlimited' ? undefined : soft;
}

import * as z from 'zod/mini';

const limitSchema = z.union([z.int(), z.literal('unlimited')]);
const reportSchema = z.object({userLimits: z.object({open_files: z.object({soft: limitSchema})})});

/** How many files and connections this process may have open; undefined where the system doesn't say. */
export function openFilesLimit(): number | undefined {
  // Looking up the names of all that are connected takes long, and nobody asks for them.
  Object.assign(process.report, {excludeNetwork: true});
  const parsed = z.safeParse(reportSchema, process.report.getReport());
  if (!parsed.success) return undefined;
  const {soft} = parsed.data.userLimits.open_files;
  return soft === 'unlimited' ? undefined : soft;
}

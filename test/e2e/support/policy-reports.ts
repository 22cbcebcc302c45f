import {text} from 'node:stream/consumers';
import * as v from 'valibot';
import {poll} from './wait-for.ts';
import {startServer, type WebServer} from './web-server.ts';

/** What browsers send to a policy's `report-uri`. */
const reportSchema = v.object({
  'csp-report': v.object({'violated-directive': v.string(), 'blocked-uri': v.string()}),
});

export interface PolicyReports extends WebServer {
  /** What was violated and by what, in the order in which it came. */
  readonly violations: readonly string[];
  /** Resolves once there is one of that kind. */
  arrival(isOfKind: (violation: string) => boolean): Promise<unknown>;
}

/** Takes browsers' reports of violations. */
export async function startPolicyReports(host: string): Promise<PolicyReports> {
  const violations: string[] = [];
  const server = await startServer(host, async (request, response) => {
    const {'csp-report': report} = v.parse(reportSchema, JSON.parse(await text(request)));
    violations.push(`${report['violated-directive']} ${report['blocked-uri']}`);
    response.writeHead(204).end();
  });
  return {
    ...server,
    violations,
    arrival: (isOfKind) =>
      poll(
        async () => violations.find(isOfKind),
        () => new Error('No such violation was reported'),
      ),
  };
}

import type {TestResult, TestSession, TestSuiteResult} from '@web/test-runner';

const testsOf = (suite: TestSuiteResult | undefined): TestResult[] =>
  suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];

const hasRun = (test: TestResult): boolean => !test.skipped;

/** The browser went away while it was at it, or its network process did: nothing is known of the file's tests. */
export const isLost = ({errors, testResults}: TestSession): boolean =>
  testResults === undefined && errors.some(({message}) => message.includes('the browser disconnected'));

/** What a green run may hide: a page in which nothing ran, a test that was left out. */
export function faultsOf(sessions: readonly TestSession[]): string[] {
  return sessions.flatMap((session) => {
    const where = `${session.testFile} in ${session.browser.name}`;
    const tests = testsOf(session.testResults);
    const skipped = tests.filter((test) => !hasRun(test));
    return [
      ...(tests.some(hasRun) ? [] : [`No test ran: ${where}`]),
      ...skipped.map((test) => `Skipped: «${test.name}», ${where}`),
    ];
  });
}

/** One line: how many tests passed in each engine. */
export function countsOf(sessions: readonly TestSession[]): string {
  const browsers = [...new Set(sessions.map((session) => session.browser.name))];
  const counts = browsers.map((name) => {
    const tests = sessions
      .filter((session) => session.browser.name === name)
      .flatMap((one) => testsOf(one.testResults));
    return `${name} ${tests.filter((test) => test.passed).length} of ${tests.length}`;
  });
  return `Element tests passed: ${counts.join(', ')}`;
}

import type {TestRunnerConfig} from '@web/test-runner';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** Pages with a policy of their own, at /policy-page: `?csp=` is the Content-Security-Policy, `&script=` what they run. */
export const policyPages: Middleware = async (context, next) => {
  const {pathname, searchParams} = new URL(context.href);
  if (pathname !== '/policy-page') {
    await next();
    return;
  }
  context.type = 'text/html';
  context.set('Content-Security-Policy', searchParams.get('csp') ?? '');
  context.body = `<!doctype html><script nonce="x">${searchParams.get('script')}</script>`;
};

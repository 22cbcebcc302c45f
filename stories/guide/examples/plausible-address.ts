window.plausible?.init({
  transformRequest: (request) => ({
    ...request,
    u: request.u.replace(/[?#].*/, ''),
    r: request.r?.replace(/[?#].*/, ''),
  }),
});

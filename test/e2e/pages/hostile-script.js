/* What finds the running script in browsers that could not. */
Object.defineProperty(document, 'currentScript', {
  get: function () {
    return null;
  },
  configurable: true,
});

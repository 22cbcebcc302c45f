/* Knows only requests that read, and breaks on all others. */
(function () {
  var ask = window.fetch;
  window.fetch = function (address, options) {
    if (options && options.method && options.method !== 'GET') {
      throw new TypeError("Cannot read properties of undefined (reading 'url')");
    }
    return ask.apply(this, arguments);
  };
})();

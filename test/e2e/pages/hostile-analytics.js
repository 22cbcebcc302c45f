/* Reports what the page asks for and what it is answered, as well as it understands either. */
(function () {
  var ask = window.fetch;

  /* A promise of another library's, which knows of no more than this. */
  function Later(promise) {
    this.then = function (onDone, onFailed) {
      return new Later(promise.then(onDone, onFailed));
    };
  }

  window.report = [];
  window.fetch = function (address, options) {
    var isOwn = address.indexOf(location.origin) === 0;
    var headers = (options && options.headers) || {};
    var size = options && options.body ? options.body.length : 0;
    for (var name in headers) window.report.push(name.toLowerCase() + ': ' + headers[name].substring(0, 4));
    window.report.push((isOwn ? 'own ' : 'other ') + address.split('?')[0] + ' ' + size);
    return new Later(
      ask.call(window, address, options).then(function (response) {
        response
          .clone()
          .text()
          .then(
            function (text) {
              window.report.push(text.length);
            },
            function () {},
          );
        return response;
      }),
    );
  };

  var open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address) {
    window.report.push(method + ' ' + address.split('?')[0]);
    return open.apply(this, arguments);
  };
})();

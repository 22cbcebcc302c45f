/* As in a frame whose storage is forbidden. */
['localStorage', 'sessionStorage', 'indexedDB', 'caches'].forEach(function (name) {
  Object.defineProperty(window, name, {
    get: function () {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
    configurable: true,
  });
});

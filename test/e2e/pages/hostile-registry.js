/* Somebody wants to know which elements a page defines, and to be asked first. */
(function () {
  var names = [];
  var define = customElements.define;
  customElements.define = function (name, constructor, options) {
    names.push(name);
    return define.call(
      customElements,
      name,
      new Proxy(constructor, {
        construct: function (target, args, created) {
          return Reflect.construct(target, args, created);
        },
      }),
      options,
    );
  };
  var registry = window.customElements;
  Object.defineProperty(window, 'customElements', {
    get: function () {
      return registry;
    },
    configurable: true,
  });
})();

/* Every object has a property that does something when it is read, and takes no other value. */
(function () {
  ['should', 'expected', 'tracked'].forEach(function (name) {
    Object.defineProperty(Object.prototype, name, {
      get: function () {
        return {of: this};
      },
      set: function () {
        throw new TypeError(name + ' is taken');
      },
      enumerable: true,
      configurable: true,
    });
  });
  var innerHTML = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
  Object.defineProperty(Element.prototype, 'innerHTML', {
    get: function () {
      return innerHTML.get.call(this);
    },
    set: function (html) {
      innerHTML.set.call(this, String(html).replace(/ on\w+="[^"]*"/g, ''));
    },
    configurable: true,
  });
})();

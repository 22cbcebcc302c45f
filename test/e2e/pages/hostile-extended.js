/* Whatever is looped over has more in it than was put there. */
(function () {
  function extend(target, members) {
    for (var name in members) target[name] = members[name];
  }

  extend(Object.prototype, {
    extend: function (members) {
      extend(this, members);
      return this;
    },
    isEmpty: function () {
      for (var name in this) if (Object.hasOwn(this, name)) return false;
      return true;
    },
    foreign: 'of every object',
  });
  extend(Array.prototype, {
    remove: function (value) {
      var index = this.indexOf(value);
      if (index >= 0) this.splice(index, 1);
    },
    contains: function (value) {
      return this.indexOf(value) >= 0;
    },
    foreign: 'of every array',
  });
  extend(String.prototype, {
    startsWith: function (start) {
      return this.indexOf(start) === 0;
    },
    foreign: 'of every text',
  });
  extend(Function.prototype, {
    method: function (name, method) {
      this.prototype[name] = method;
      return this;
    },
    foreign: 'of every function',
  });
})();

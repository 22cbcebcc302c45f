/* Another library of those years, which adds to the browser's own types under whatever name is short. */
(function () {
  function implement(type, members) {
    for (var name in members) type.prototype[name] = members[name];
  }

  var slice = Array.prototype.slice;

  implement(Array, {
    append: function (list) {
      this.push.apply(this, list);
      return this;
    },
    associate: function (names) {
      var object = {};
      for (var index = 0; index < names.length; index += 1) object[names[index]] = this[index];
      return object;
    },
    clean: function () {
      return this.filter(function (value) {
        return value != null;
      });
    },
    clone: function () {
      return this.slice();
    },
    combine: function (list) {
      for (var index = 0; index < list.length; index += 1) this.include(list[index]);
      return this;
    },
    contains: function (value, from) {
      return this.indexOf(value, from) !== -1;
    },
    each: Array.prototype.forEach,
    empty: function () {
      this.length = 0;
      return this;
    },
    erase: function (value) {
      for (var index = this.length; index--;) if (this[index] === value) this.splice(index, 1);
      return this;
    },
    flatten: function () {
      return [].concat.apply([], this);
    },
    include: function (value) {
      if (!this.contains(value)) this.push(value);
      return this;
    },
    pick: function () {
      for (var index = 0; index < this.length; index += 1) if (this[index] != null) return this[index];
      return null;
    },
  });
  implement(String, {
    capitalize: function () {
      return this.replace(/\b[a-z]/g, function (letter) {
        return letter.toUpperCase();
      });
    },
    clean: function () {
      return this.replace(/\s+/g, ' ').trim();
    },
    contains: function (text, separator) {
      return separator
        ? (separator + this + separator).indexOf(separator + text + separator) > -1
        : this.indexOf(text) > -1;
    },
    test: function (pattern) {
      return new RegExp(pattern).test(this);
    },
    toInt: function () {
      return parseInt(this, 10);
    },
  });
  implement(Number, {
    limit: function (min, max) {
      return Math.min(max, Math.max(min, this));
    },
    times: function (callback) {
      for (var index = 0; index < this; index += 1) callback(index);
    },
  });
  implement(Function, {
    attempt: function (args, context) {
      try {
        return this.apply(context, args);
      } catch (error) {
        return null;
      }
    },
    bind: function (context, args) {
      var method = this;
      var given = args == null ? null : [].concat(args);
      return function () {
        return method.apply(context, given || slice.call(arguments));
      };
    },
    delay: function (milliseconds, context, args) {
      return setTimeout(this.pass(args, context), milliseconds);
    },
    extend: function (name, value) {
      this[name] = value;
      return this;
    },
    implement: function (name, value) {
      this.prototype[name] = value;
      return this;
    },
    pass: function (args, context) {
      return this.bind(context, args);
    },
  });

  var NativeElement = window.Element;
  window.Element = function (name, properties) {
    return document.createElement(name).set(properties);
  };
  window.Element.prototype = NativeElement.prototype;
  implement(window.Element, {
    adopt: function () {
      for (var index = 0; index < arguments.length; index += 1) this.appendChild(arguments[index]);
      return this;
    },
    dispose: function () {
      return this.parentNode ? this.parentNode.removeChild(this) : this;
    },
    destroy: function () {
      this.dispose();
      return null;
    },
    empty: function () {
      while (this.firstChild) this.removeChild(this.firstChild);
      return this;
    },
    erase: function (name) {
      this.removeAttribute(name);
      return this;
    },
    get: function (name) {
      return this.getAttribute(name);
    },
    set: function (name, value) {
      if (typeof name === 'object') for (var each in name) this.setAttribute(each, name[each]);
      else this.setAttribute(name, value);
      return this;
    },
    store: function (name, value) {
      (this.stored || (this.stored = {}))[name] = value;
      return this;
    },
    retrieve: function (name) {
      return this.stored && this.stored[name];
    },
    addEvent: function (name, callback) {
      this.addEventListener(name, callback);
      return this;
    },
  });

  window.Event = function (event) {
    this.event = event || window.event;
    this.target = this.event.target;
  };
  window.$ = function (id) {
    return typeof id === 'string' ? document.getElementById(id) : id;
  };
  window.$$ = function (selector) {
    return slice.call(document.querySelectorAll(selector));
  };
  window.typeOf = function (value) {
    return value === null ? 'null' : typeof value;
  };
  document.id = window.$;
})();

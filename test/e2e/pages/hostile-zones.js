/* Wraps whatever calls back later, so that it knows what came of what; and brings promises of its own. */
(function () {
  var depth = 0;
  function wrapped(callback) {
    if (typeof callback !== 'function') return callback;
    return function () {
      depth += 1;
      try {
        return callback.apply(this, arguments);
      } finally {
        depth -= 1;
      }
    };
  }

  ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'queueMicrotask'].forEach(
    function (name) {
      var native = window[name];
      window[name] = function (callback) {
        return native.apply(window, [wrapped(callback)].concat([].slice.call(arguments, 1)));
      };
    },
  );

  var listeners = new WeakMap();
  var add = EventTarget.prototype.addEventListener;
  var remove = EventTarget.prototype.removeEventListener;
  EventTarget.prototype.addEventListener = function (name, listener, options) {
    var wrapper = listener;
    if (typeof listener === 'function') {
      wrapper = listeners.get(listener) || wrapped(listener);
      listeners.set(listener, wrapper);
    }
    return add.call(this, name, wrapper, options);
  };
  EventTarget.prototype.removeEventListener = function (name, listener, options) {
    return remove.call(this, name, listeners.get(listener) || listener, options);
  };

  var Observer = window.MutationObserver;
  window.MutationObserver = function (callback) {
    return new Observer(wrapped(callback));
  };
  window.MutationObserver.prototype = Observer.prototype;

  /* As promises were in 2015. */
  var Native = window.Promise;
  function Zoned(executor) {
    if (!(this instanceof Zoned)) throw new TypeError('Must be an instanceof Promise.');
    var inner = new Native(executor);
    this.then = function (onDone, onFailed) {
      return Zoned.resolve(inner.then(wrapped(onDone), wrapped(onFailed)));
    };
    this.catch = function (onFailed) {
      return this.then(null, onFailed);
    };
  }
  ['all', 'race'].forEach(function (name) {
    Zoned[name] = function (values) {
      return Zoned.resolve(Native[name](values));
    };
  });
  Zoned.resolve = function (value) {
    return new Zoned(function (resolve) {
      resolve(value);
    });
  };
  Zoned.reject = function (error) {
    return new Zoned(function (resolve, reject) {
      reject(error);
    });
  };
  window.Promise = Zoned;
})();

/* What a library of 2008 does to the page that it is on, in the parts where that is not what a browser does today. */
(function () {
  function extend(target, members) {
    for (var name in members) target[name] = members[name];
    return target;
  }

  function toArray(iterable) {
    if (!iterable) return [];
    if (iterable.toArray) return iterable.toArray();
    var length = iterable.length || 0;
    var results = new Array(length);
    while (length--) results[length] = iterable[length];
    return results;
  }

  function namesIn(object) {
    var names = [];
    for (var name in object) names.push(name);
    return names;
  }

  function toJson(value) {
    if (value === undefined || typeof value === 'function') return undefined;
    if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value);
    if (value.toJSON) return value.toJSON();
    if (value.nodeType === 1) return undefined;
    return (
      '{' +
      namesIn(value)
        .map(function (name) {
          var text = toJson(value[name]);
          return text === undefined ? undefined : name.toJSON() + ': ' + text;
        })
        .filter(Boolean)
        .join(', ') +
      '}'
    );
  }

  var slice = Array.prototype.slice;

  window.$A = toArray;
  window.$ = function (element) {
    return typeof element === 'string' ? document.getElementById(element) : element;
  };
  window.$$ = function (selector) {
    return toArray(document.querySelectorAll(selector));
  };

  extend(Object, {
    extend: extend,
    keys: namesIn,
    values: function (object) {
      return namesIn(object).map(function (name) {
        return object[name];
      });
    },
    clone: function (object) {
      return extend({}, object);
    },
    toJSON: toJson,
  });

  extend(Function.prototype, {
    bind: function (context) {
      if (arguments.length < 2 && context === undefined) return this;
      var method = this;
      var args = slice.call(arguments, 1);
      return function () {
        return method.apply(context, args.concat(slice.call(arguments)));
      };
    },
    curry: function () {
      var method = this;
      var args = slice.call(arguments);
      return function () {
        return method.apply(this, args.concat(slice.call(arguments)));
      };
    },
    defer: function () {
      return setTimeout(this, 10);
    },
    delay: function (seconds) {
      return setTimeout(this, seconds * 1000);
    },
    methodize: function () {
      var method = this;
      return function () {
        return method.apply(null, [this].concat(slice.call(arguments)));
      };
    },
  });

  extend(String.prototype, {
    blank: function () {
      return /^\s*$/.test(this);
    },
    empty: function () {
      return String(this) === '';
    },
    endsWith: function (end) {
      var from = this.length - end.length;
      return from >= 0 && this.lastIndexOf(end) === from;
    },
    include: function (text) {
      return this.indexOf(text) > -1;
    },
    startsWith: function (start) {
      return this.indexOf(start) === 0;
    },
    strip: function () {
      return this.replace(/^\s+/, '').replace(/\s+$/, '');
    },
    sub: function (pattern, replacement) {
      return this.replace(pattern, replacement);
    },
    times: function (count) {
      return new Array(count + 1).join(this);
    },
    toArray: function () {
      return this.split('');
    },
    toJSON: function () {
      return '"' + this.replace(/["\\]/g, '\\$&') + '"';
    },
  });

  extend(Number.prototype, {
    toJSON: function () {
      return String(this);
    },
  });
  extend(Date.prototype, {
    toJSON: function () {
      return '"' + this.toISOString() + '"';
    },
  });

  function all(iterator, context) {
    for (var index = 0; index < this.length; index += 1) {
      if (!(iterator || Boolean).call(context, this[index], index)) return false;
    }
    return true;
  }
  function any(iterator, context) {
    for (var index = 0; index < this.length; index += 1) {
      if ((iterator || Boolean).call(context, this[index], index)) return true;
    }
    return false;
  }
  function detect(iterator, context) {
    for (var index = 0; index < this.length; index += 1) {
      if (iterator.call(context, this[index], index)) return this[index];
    }
  }
  function findAll(iterator, context) {
    var results = [];
    for (var index = 0; index < this.length; index += 1) {
      if (iterator.call(context, this[index], index)) results.push(this[index]);
    }
    return results;
  }
  function collect(iterator, context) {
    var results = [];
    for (var index = 0; index < this.length; index += 1) {
      results.push(iterator ? iterator.call(context, this[index], index) : this[index]);
    }
    return results;
  }
  var reverse = Array.prototype.reverse;

  Array.from = toArray;
  extend(Array.prototype, {
    all: all,
    any: any,
    clear: function () {
      this.length = 0;
      return this;
    },
    clone: function () {
      return [].concat(this);
    },
    collect: collect,
    compact: function () {
      return this.filter(function (value) {
        return value != null;
      });
    },
    detect: detect,
    each: function (iterator, context) {
      this.forEach(iterator, context);
      return this;
    },
    entries: function () {
      return this.map();
    },
    every: all,
    filter: findAll,
    find: detect,
    findAll: findAll,
    first: function () {
      return this[0];
    },
    include: function (value) {
      return this.indexOf(value) !== -1;
    },
    inspect: function () {
      return '[' + this.join(', ') + ']';
    },
    last: function () {
      return this[this.length - 1];
    },
    map: collect,
    reduce: function () {
      return this.length > 1 ? this : this[0];
    },
    reverse: function (inline) {
      return reverse.call(inline === false ? toArray(this) : this);
    },
    select: findAll,
    size: function () {
      return this.length;
    },
    some: any,
    toArray: function () {
      return [].concat(this);
    },
    toJSON: function () {
      return (
        '[' +
        this.map(toJson)
          .filter(function (text) {
            return text !== undefined;
          })
          .join(', ') +
        ']'
      );
    },
    uniq: function () {
      return this.filter(function (value, index, list) {
        return list.indexOf(value) === index;
      });
    },
    without: function () {
      var values = slice.call(arguments);
      return this.filter(function (value) {
        return values.indexOf(value) < 0;
      });
    },
  });

  // Its own constructor of elements, which none of the browser's is an instance of.
  var Native = window.Element;
  window.Element = function (name, attributes) {
    var element = document.createElement(name);
    for (var attribute in attributes) element.setAttribute(attribute, attributes[attribute]);
    return element;
  };
  extend(window.Element, Native);

  extend(HTMLElement.prototype, {
    addClassName: function (name) {
      this.className += ' ' + name;
      return this;
    },
    cleanWhitespace: function () {
      return this;
    },
    empty: function () {
      return this.innerHTML === '';
    },
    fire: function (name, memo) {
      var event = document.createEvent('HTMLEvents');
      event.initEvent(name, true, true);
      event.memo = memo;
      this.dispatchEvent(event);
      return event;
    },
    hide: function () {
      this.style.display = 'none';
      return this;
    },
    insert: function (content) {
      this.insertAdjacentHTML('beforeend', content);
      return this;
    },
    observe: function (name, handler) {
      this.addEventListener(name, handler, false);
      return this;
    },
    remove: function () {
      this.parentNode.removeChild(this);
      return this;
    },
    replace: function (content) {
      this.outerHTML = content;
      return this;
    },
    scrollTo: function () {
      window.scrollTo(this.offsetLeft, this.offsetTop);
      return this;
    },
    select: function (selector) {
      return toArray(this.querySelectorAll(selector));
    },
    show: function () {
      this.style.display = '';
      return this;
    },
    toggle: function () {
      return this[this.style.display === 'none' ? 'show' : 'hide']();
    },
    update: function (content) {
      this.innerHTML = content;
      return this;
    },
    visible: function () {
      return this.style.display !== 'none';
    },
  });

  extend(Event, {KEY_RETURN: 13, KEY_TAB: 9, observe: function () {}, stop: function () {}});
  extend(Event.prototype, {
    element: function () {
      return this.target;
    },
    findElement: function (selector) {
      return this.target.closest(selector);
    },
    stop: function () {
      this.preventDefault();
      this.stopPropagation();
      this.stopped = true;
    },
  });

  document.getElementsByClassName = function (className, parent) {
    return toArray((parent || document.body).querySelectorAll('.' + className));
  };
})();

/* The same moment forever, as a page shows it that is being tested or photographed. */
(function () {
  var Native = Date;
  var moment = Native.UTC(2001, 0, 1);
  function Frozen(value) {
    if (!(this instanceof Frozen)) return new Native(moment).toString();
    return arguments.length === 0 ? new Native(moment) : new Native(...arguments);
  }
  Frozen.prototype = Native.prototype;
  Frozen.UTC = Native.UTC;
  Frozen.parse = Native.parse;
  Frozen.now = function () {
    return moment;
  };
  window.Date = Frozen;
  performance.now = function () {
    return 1000;
  };
})();

/* A clock that goes back and forth by years. */
(function () {
  var now = Date.now;
  var looks = 0;
  Date.now = function () {
    looks += 1;
    return now() + (looks % 2 === 0 ? 1 : -1) * looks * 4e10;
  };
  var tell = performance.now.bind(performance);
  performance.now = function () {
    looks += 1;
    return tell() + (looks % 2 === 0 ? 1 : -1) * looks * 4e8;
  };
})();

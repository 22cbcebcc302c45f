/* Hears everything first, and lets nobody else hear it. */
(function () {
  [
    'click',
    'mousedown',
    'mouseup',
    'pointerdown',
    'pointerup',
    'keydown',
    'keypress',
    'keyup',
    'input',
    'change',
    'focusin',
    'focusout',
  ].forEach(function (name) {
    document.addEventListener(
      name,
      function (event) {
        event.stopImmediatePropagation();
      },
      true,
    );
  });
  ['submit', 'formdata', 'contextmenu', 'dragstart', 'selectstart', 'paste'].forEach(function (name) {
    window.addEventListener(
      name,
      function (event) {
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      true,
    );
  });
})();

/* Counts the page's errors, whoever's they are, and shows that it has some. */
window.failures = [];
window.onerror = function (message) {
  window.failures.push(String(message));
  document.title = 'An error';
  return false;
};
window.onunhandledrejection = function (event) {
  window.failures.push(String(event.reason));
  document.title = 'A rejection';
};

document.addEventListener('petition-submit', (event) => {
  const rules = document.querySelector('#house-rules');
  if (!(rules instanceof HTMLInputElement) || rules.checked) return;
  event.preventDefault();
  rules.focus();
});

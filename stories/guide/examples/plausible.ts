const shown = new Set();

document.addEventListener('petition-load', ({petition}) => {
  if (shown.has(petition)) return;
  shown.add(petition);
  window.plausible?.('Petition shown', {props: {petition}});
});

document.addEventListener('petition-sign', ({petition, status}) => {
  if (status !== 'waiting') window.plausible?.('Petition signed', {props: {petition, status}});
});

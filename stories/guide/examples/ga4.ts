const shown = new Set();

document.addEventListener('petition-load', ({petition}) => {
  if (shown.has(petition)) return;
  shown.add(petition);
  window.gtag?.('event', 'petition_shown', {petition});
});

document.addEventListener('petition-sign', ({petition, status}) => {
  if (status !== 'waiting') window.gtag?.('event', 'petition_signed', {petition, status});
});

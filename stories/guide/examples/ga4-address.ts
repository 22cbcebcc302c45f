window.gtag?.('config', 'G-XXXXXXXXXX', {
  page_location: location.origin + location.pathname,
  page_referrer: document.referrer.replace(/[?#].*/, ''),
  allow_google_signals: false,
  allow_ad_personalization_signals: false,
});

window._paq?.push(['disableCookies']);
window._paq?.push(['setCustomUrl', location.origin + location.pathname]);
window._paq?.push(['setReferrerUrl', document.referrer.replace(/[?#].*/, '')]);

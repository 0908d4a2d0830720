// Counts the seconds of a live code down and fetches the next one in place. Without this file the page reloads itself.
(function () {
  'use strict';
  var live = document.getElementById('live');
  var until = Date.now() + live.dataset.seconds * 1000;

  function renew() {
    until = Date.now() + 3000;
    fetch(location.href, { cache: 'no-store', credentials: 'same-origin' }).then(function (answer) {
      if (answer.redirected || !answer.ok) { location.reload(); }
      return answer.text();
    }).then(function (page) {
      var fresh = new DOMParser().parseFromString(page, 'text/html').getElementById('live');
      if (!fresh) { location.reload(); return; }
      live.replaceWith(fresh);
      live = fresh;
      until = Date.now() + live.dataset.seconds * 1000;
    }).catch(function () { /* no network: tried again in three seconds */ });
  }

  setInterval(function () {
    var left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    live.querySelector('[data-left]').textContent = left;
    live.querySelector('progress').value = left;
    if (left === 0) { renew(); }
  }, 500);
}());

// Locks a staff screen that nobody uses. What was typed stays below the lock. Without this file the service locks by itself.
(function () {
  'use strict';
  var lock = document.getElementById('lock');
  if (!lock) return;
  var USED = 'aixin-used', LOOK = 5000, TELL = 45000;
  var idle = lock.dataset.seconds * 1000, form = lock.querySelector('form'), field = lock.querySelector('input[type=password]');
  var said = lock.querySelector('[role=alert]'), lost = lock.querySelector('[data-lost]'), csrf = form.querySelector('[name=csrf-token]').value;
  // An open round is in use, whether anybody touches this screen or not.
  var kept = document.querySelector('meta[name="in-use"]') !== null;
  var used = Date.now(), told = used, shared = 0, before = null, isLocked = false;
  lost.hidden = true;

  function ask(path, method, body) {
    return fetch('/api/sessions/current' + path, {method: method, credentials: 'same-origin', body: body && JSON.stringify(body),
      headers: {'Content-Type': 'application/json', 'Accept': 'application/json', 'X-CSRF-TOKEN': csrf, 'Accept-Language': document.documentElement.lang}});
  }
  // Another tab that is in use keeps this one open, and this one others.
  function elsewhere() { try { return Number(localStorage.getItem(USED)) || 0; } catch (none) { return 0; } }
  function use() {
    if (!lock.hidden) return;
    used = Date.now();
    if (used - shared > LOOK) { shared = used; try { localStorage.setItem(USED, String(used)); } catch (none) { /* private window */ } }
  }
  function show() {
    if (!lock.hidden) return;
    before = document.activeElement;
    said.hidden = true;
    lock.hidden = false;
    document.documentElement.classList.add('is-locked');
    field.value = '';
    field.focus();
  }
  function open() {
    lock.hidden = true;
    isLocked = false;
    document.documentElement.classList.remove('is-locked');
    use();
    told = used;
    if (before && before.focus) before.focus();
  }
  function look() {
    var now = Date.now();
    if (!lock.hidden) {
      if (isLocked && !document.hidden) ask('', 'GET').then(function (answer) { if (answer.ok) open(); }, function () {});
      return;
    }
    if (kept) use();
    used = Math.max(used, Math.min(elsewhere(), now));
    if (now - used >= idle) {
      show();
      ask('/lock', 'POST').then(function () { isLocked = true; }, function () { isLocked = false; });
    } else if (used > told && now - told >= TELL) {
      told = now;
      ask('', 'GET').then(function (answer) {
        if (answer.status === 401) answer.json().then(function (problem) { if (problem.code === 'session_locked') { show(); isLocked = true; } });
      }, function () {});
    }
  }
  ['keydown', 'mousedown', 'mousemove', 'touchstart', 'input', 'scroll'].forEach(function (what) {
    document.addEventListener(what, use, {passive: true, capture: true});
  });
  // Nothing below is reached while it is locked, by a scanner neither.
  document.addEventListener('keydown', function (event) {
    if (lock.hidden || lock.contains(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    field.focus();
  }, true);
  document.addEventListener('focusin', function (event) {
    if (!lock.hidden && !lock.contains(event.target)) field.focus();
  }, true);
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    said.hidden = true;
    ask('/unlock', 'POST', {secret: field.value}).then(function (answer) {
      lost.hidden = true;
      if (answer.ok) { open(); return null; }
      return answer.json().then(function (problem) {
        if (problem.code === 'not_locked') { open(); return; }
        if (answer.status === 401) { location.assign('/sign-in?to=' + encodeURIComponent(location.pathname + location.search)); return; }
        said.textContent = problem.detail;
        said.hidden = false;
        field.value = '';
        field.focus();
      });
    }).catch(function () { lost.hidden = false; });
  });
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pageshow', look);
  setInterval(look, LOOK);
})();

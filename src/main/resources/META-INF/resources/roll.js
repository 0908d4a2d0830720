// The roll-call without a pause: cards are taken one after another while the last one is still on its way. Everything works without this file too.
(function () {
  'use strict';
  var FAST = 60, SILENCE = 80, SHORTEST = 5, AGAIN = 2000;
  var field = document.querySelector('[data-scan]');
  if (!field) { return; }
  var composing = document.querySelector('[data-composing]'), offline = document.querySelector('[data-offline]');
  var waiting = document.querySelector('[data-waiting]');
  var queue = [], sending = false, idle, last = 0, length = 0;

  function plain(text) {
    return text.replace(/[！-～]/g, function (wide) { return String.fromCharCode(wide.charCodeAt(0) - 0xfee0); }).replace(/[\s\u3000-]/g, '');
  }

  function take() {
    clearTimeout(idle);
    var typed = plain(field.value);
    field.value = '';
    if (typed) {
      queue.push(typed);
      next();
    }
  }

  function next() {
    waiting.hidden = queue.length < 2;
    waiting.querySelector('b').textContent = queue.length;
    if (sending || !queue.length) { return; }
    sending = true;
    var body = new URLSearchParams(new FormData(field.form));
    body.set('code', queue[0]);
    fetch(field.form.action, { method: 'POST', body: body, credentials: 'same-origin', headers: { Accept: 'text/html' } })
      .then(function (answer) { return answer.text(); }).then(answered, failed);
  }

  function answered(page) {
    var roll = new DOMParser().parseFromString(page, 'text/html').querySelector('[data-roll]');
    if (!roll) {
      queue = [];
      location.reload();
      return;
    }
    document.querySelector('[data-roll]').replaceWith(roll);
    offline.hidden = true;
    sound(roll.querySelector('.result'));
    queue.shift();
    sending = false;
    next();
  }

  // what was scanned is kept until it could be sent
  function failed() {
    offline.hidden = false;
    sending = false;
    setTimeout(next, AGAIN);
  }

  // sound and vibration are extras: two rising tones for yes, one low for no
  function sound(result) {
    var said = result && result.dataset.sound, tones = { done: [660, 880], stop: [180, 180] }[said];
    if (!tones) { return; }
    try {
      if (navigator.vibrate) { navigator.vibrate(said === 'stop' ? [200, 100, 200] : 80); }
      var audio = sound.audio = sound.audio || new (window.AudioContext || window.webkitAudioContext)();
      tones.forEach(function (height, i) {
        var tone = audio.createOscillator(), loud = audio.createGain();
        tone.frequency.value = height;
        loud.gain.value = 0.1;
        tone.connect(loud).connect(audio.destination);
        tone.start(audio.currentTime + i * 0.15);
        tone.stop(audio.currentTime + i * 0.15 + 0.12);
      });
    } catch (silent) { /* a browser without sound */ }
  }

  field.addEventListener('input', function (event) {
    var now = Date.now();
    length = now - last < FAST ? length + 1 : 1;
    last = now;
    clearTimeout(idle);
    if (event.isComposing) { return; }
    composing.hidden = true;
    // a scanner that sends no Enter is done when nothing follows
    if (length >= SHORTEST && /^[0-9]+$/.test(plain(field.value))) { idle = setTimeout(take, SILENCE); }
  });
  field.addEventListener('compositionstart', function () { composing.hidden = false; });
  field.addEventListener('compositionend', function () {
    var digits = /^[0-9]*$/.test(plain(field.value));
    composing.hidden = digits;
    if (digits && plain(field.value).length >= SHORTEST) { idle = setTimeout(take, SILENCE); }
  });
  field.form.addEventListener('submit', function (event) {
    event.preventDefault();
    take();
  });
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && /^[0-9０-９]$/.test(event.key)) { field.focus(); }
  });
  window.addEventListener('beforeunload', function (event) {
    if (queue.length) { event.preventDefault(); }
  });
  field.focus();
}());

// The desk without a mouse: whatever is typed goes to the field, Enter does the obvious. Everything works without this file too.
(function () {
  'use strict';
  var field = document.querySelector('[data-scan]');
  var result = document.querySelector('.result');
  var composing = document.querySelector('[data-composing]');
  var idle;

  function plain(text) {
    return text.replace(/[０-９]/g, function (digit) { return String.fromCharCode(digit.charCodeAt(0) - 0xfee0); }).replace(/[\s\u3000-]/g, '');
  }

  function isWhole(digits) {
    return /^3[0-9]{15}$/.test(digits) || /^9[0-9]{19}$/.test(digits);
  }

  function send() {
    clearTimeout(idle);
    if (field.form.dataset.sent) { return; }
    field.value = plain(field.value);
    field.form.dataset.sent = 'yes';
    field.form.submit();
  }

  if (field) {
    if (!document.querySelector('.result input:not([type=hidden])')) { field.focus(); }
    field.addEventListener('input', function (event) {
      if (event.isComposing) { return; }
      composing.hidden = true;
      clearTimeout(idle);
      // a scanner that sends no Enter is done when a whole code has stood there for a moment
      if (isWhole(plain(field.value))) { idle = setTimeout(send, 200); }
    });
    field.addEventListener('compositionstart', function () { composing.hidden = false; });
    field.form.addEventListener('submit', function (event) {
      event.preventDefault();
      var enter = document.querySelector('[data-enter]');
      if (plain(field.value)) { send(); } else if (enter) { enter.click(); }
    });
    document.addEventListener('keydown', function (event) {
      var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
      if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && /^[0-9０-９]$/.test(event.key)) { field.focus(); }
    });
  }

  // a form that was sent is not sent again by a second press
  document.querySelectorAll('.result form').forEach(function (form) {
    form.addEventListener('submit', function (event) {
      if (form.dataset.sent) { event.preventDefault(); }
      form.dataset.sent = 'yes';
    });
  });

  var photo = document.querySelector('.photo input[type=file]');
  if (photo) {
    photo.addEventListener('change', function () { if (photo.files.length) { photo.form.classList.add('busy'); photo.form.submit(); } });
  }

  function connection() {
    document.querySelector('[data-online]').hidden = !navigator.onLine;
    document.querySelector('[data-offline]').hidden = navigator.onLine;
  }
  window.addEventListener('online', connection);
  window.addEventListener('offline', connection);
  connection();

  // sound and vibration are extras: two rising tones for yes, one low for no
  var tones = { ready: [660], done: [660, 880], stop: [180, 180] }[result && result.dataset.sound];
  if (tones) {
    try {
      if (navigator.vibrate) { navigator.vibrate(result.dataset.sound === 'stop' ? [200, 100, 200] : 80); }
      var Audio = window.AudioContext || window.webkitAudioContext;
      var audio = new Audio();
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
}());

// The desk without a mouse: whatever is scanned or typed goes to the field, Enter does the obvious. Everything works without this file too.
(function () {
  'use strict';
  var FAST = 60, SILENCE = 80, SHORTEST = 5;
  var field = document.querySelector('[data-scan]');
  var result = document.querySelector('.result');
  var composing = document.querySelector('[data-composing]');
  var idle;

  function plain(text) {
    return text.replace(/[！-～]/g, function (wide) { return String.fromCharCode(wide.charCodeAt(0) - 0xfee0); }).replace(/[\s\u3000-]/g, '');
  }

  function isWhole(digits) {
    return /^3[0-9]{15}$/.test(digits) || /^9[0-9]{19}$/.test(digits);
  }

  function isCommand(digits) { return /^00[0-9]{3}$/.test(digits); }

  // keys that follow each other faster than fingers are a scanner's
  function Burst() {
    var last = 0, length = 0;
    this.key = function () {
      var now = Date.now();
      length = now - last < FAST ? length + 1 : 1;
      last = now;
      return length;
    };
    this.isOn = function () { return length >= SHORTEST && Date.now() - last < SILENCE; };
  }

  // what was typed into the quantities by hand goes with the scan
  function keepQuantities() {
    var basket = field.form.elements.basket, counts = document.querySelectorAll('.result .count');
    if (!basket || !counts.length) { return; }
    var last = basket.value.split(' ').pop().split(':')[0], lines = [], end = [];
    counts.forEach(function (count) {
      if (/^[0-9]{1,6}$/.test(count.value) && Number(count.value)) {
        (count.name === 'n_' + last ? end : lines).push(count.name.slice(2) + ':' + Number(count.value));
      }
    });
    basket.value = lines.concat(end).join(' ');
  }

  function send() {
    clearTimeout(idle);
    if (field.form.dataset.sent) { return; }
    field.value = plain(field.value);
    var enter = document.querySelector('[data-enter]');
    if (field.value === field.dataset.confirm && enter) {
      field.value = '';
      enter.click();
      return;
    }
    if (!navigator.onLine) { connection(); return; }
    keepQuantities();
    field.form.dataset.sent = 'yes';
    field.form.submit();
  }

  function arrived(fast) {
    clearTimeout(idle);
    var digits = plain(field.value);
    // a scanner that sends no Enter is done when nothing follows; a hand is given longer, and only where a code is whole
    if (/^[0-9]+$/.test(digits) && fast && digits.length >= SHORTEST) {
      idle = setTimeout(send, SILENCE);
    } else if (isWhole(digits)) {
      idle = setTimeout(send, 200);
    }
  }

  if (field) {
    var burst = new Burst();
    if (!document.querySelector('.result input:not([type=hidden])')) { field.focus(); }
    field.addEventListener('input', function (event) {
      var length = burst.key();
      if (event.isComposing) { return; }
      composing.hidden = true;
      arrived(length >= SHORTEST);
    });
    field.addEventListener('compositionstart', function () { composing.hidden = false; });
    field.addEventListener('compositionend', function () {
      setTimeout(function () {
        composing.hidden = /^[0-9]*$/.test(plain(field.value));
        arrived(true);
      }, 0);
    });
    field.form.addEventListener('submit', function (event) {
      event.preventDefault();
      var enter = document.querySelector('[data-enter]');
      if (plain(field.value)) { send(); } else if (enter) { enter.click(); }
    });
    document.addEventListener('keydown', function (event) {
      var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
      if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && /^[0-9０-９]$/.test(event.key)) { field.focus(); }
    });
    document.addEventListener('click', function (event) {
      if (!event.target.closest('a, button, input, label, select, textarea, summary')) { field.focus(); }
    });
    document.querySelectorAll('.result .count, .result input[type=password]').forEach(strayScans);
  }

  // a scan while a quantity or the secret is being typed: taken out again, and to the field
  function strayScans(input) {
    var keys = new Burst(), before = input.value, typed = '', waiting;
    function move() {
      clearTimeout(waiting);
      var secret = input.type === 'password';
      if (secret ? !isCommand(typed) && typed.length < 12 : typed.length < SHORTEST) { return false; }
      input.value = before;
      field.value = typed;
      typed = '';
      field.focus();
      send();
      return true;
    }
    input.addEventListener('keydown', function (event) {
      if (event.key === 'Enter' && keys.isOn() && move()) { event.preventDefault(); }
      if (!/^[0-9]$/.test(event.key)) { return; }
      if (keys.key() === 1) {
        before = input.value;
        typed = '';
      }
      typed += event.key;
      clearTimeout(waiting);
      if (typed.length >= SHORTEST) { waiting = setTimeout(move, SILENCE); }
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
    photo.addEventListener('change', function () {
      if (!photo.files.length) { return; }
      if (photo.form.elements.basket) {
        keepQuantities();
        photo.form.elements.basket.value = field.form.elements.basket.value;
      }
      photo.form.classList.add('busy');
      photo.form.submit();
    });
  }

  function connection() {
    document.querySelector('[data-online]').hidden = !navigator.onLine;
    document.querySelector('[data-offline]').hidden = navigator.onLine;
  }
  window.addEventListener('online', connection);
  window.addEventListener('offline', connection);
  connection();

  // the camera gives what it reads here
  document.addEventListener('aixin-read', function (event) {
    field.value = event.detail;
    send();
  });

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

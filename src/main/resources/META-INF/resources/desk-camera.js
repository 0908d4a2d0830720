// The live camera, where the browser has one for this page (never on plain HTTP): read by the browser, or by a reader that this service brings.
(function () {
  'use strict';
  var EVERY = 180, AWAY = 2500, ON = 'aixin-camera', SEEN = 'aixin-seen';
  var button = document.querySelector('[data-camera]'), place = document.querySelector('[data-viewfinder]');
  if (!button || !place) { return; }
  var can = window.isSecureContext && navigator.mediaDevices && navigator.mediaDevices.getUserMedia;
  document.querySelectorAll('[data-no-camera]').forEach(function (said) { said.hidden = !!can; });
  if (!can) { return; }
  button.hidden = false;

  var video = place.querySelector('video'), stream, read, canvas = document.createElement('canvas');

  function remembered(key) { try { return JSON.parse(sessionStorage.getItem(key)); } catch (none) { return null; } }
  function remember(key, value) { try { sessionStorage.setItem(key, JSON.stringify(value)); } catch (none) { /* a browser that keeps nothing */ } }

  function browsersOwn() {
    if (!window.BarcodeDetector) { return Promise.reject(new Error('none')); }
    return window.BarcodeDetector.getSupportedFormats().then(function (formats) {
      if (formats.indexOf('qr_code') < 0) { throw new Error('no QR codes'); }
      var wanted = ['qr_code', 'ean_13', 'code_128'].filter(function (one) { return formats.indexOf(one) >= 0; });
      var detector = new window.BarcodeDetector({ formats: wanted });
      return function () { return detector.detect(video).then(function (found) { return found.length ? found[0].rawValue : ''; }); };
    });
  }

  function brought() {
    return new Promise(function (loaded, failed) {
      var script = document.createElement('script');
      script.src = button.dataset.reader;
      script.onload = loaded;
      script.onerror = failed;
      document.head.appendChild(script);
    }).then(function () {
      window.ZXingWASM.prepareZXingModule({ overrides: { locateFile: function () { return button.dataset.wasm; } } });
      return function () {
        var by = Math.min(1, 960 / Math.max(video.videoWidth, video.videoHeight, 1));
        canvas.width = video.videoWidth * by;
        canvas.height = video.videoHeight * by;
        if (!canvas.width) { return Promise.resolve(''); }
        var pen = canvas.getContext('2d', { willReadFrequently: true });
        pen.drawImage(video, 0, 0, canvas.width, canvas.height);
        return window.ZXingWASM.readBarcodes(pen.getImageData(0, 0, canvas.width, canvas.height),
          { formats: ['QRCode', 'EAN-13', 'Code128'], maxNumberOfSymbols: 1, tryHarder: true }).then(function (found) { return found.length ? found[0].text : ''; });
      };
    });
  }

  // what stays before the camera is read once
  function look() {
    if (!stream) { return; }
    read().then(function (text) {
      var seen = remembered(SEEN), now = Date.now();
      if (text && seen && seen.text === text && now - seen.at < AWAY) {
        remember(SEEN, { text: text, at: now });
      } else if (text) {
        remember(SEEN, { text: text, at: now });
        stop();
        document.dispatchEvent(new CustomEvent('aixin-read', { detail: text }));
        return;
      }
      setTimeout(look, EVERY);
    }).catch(function () { setTimeout(look, EVERY * 4); });
  }

  function stop() {
    if (stream) { stream.getTracks().forEach(function (track) { track.stop(); }); }
    stream = null;
    place.hidden = true;
  }

  function start() {
    button.disabled = true;
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } }).then(function (given) {
      stream = given;
      place.hidden = false;
      video.srcObject = stream;
      return Promise.all([video.play(), read || browsersOwn().catch(brought)]);
    }).then(function (both) {
      read = both[1];
      remember(ON, true);
      look();
    }).catch(function () {
      stop();
      remember(ON, false);
      document.querySelector('[data-camera-failed]').hidden = false;
    }).then(function () { button.disabled = false; });
  }

  button.addEventListener('click', function () {
    if (stream) { remember(ON, false); stop(); } else { start(); }
  });
  if (remembered(ON)) { start(); }
}());

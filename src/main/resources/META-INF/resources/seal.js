// Checks a proof (RFC 6962) and its seal (Ed25519) in the browser alone: no request is made. On plain HTTP a browser has no
// crypto.subtle, so SHA-256 and Ed25519 come with the page.
(function () {
  'use strict';
  var utf8 = new TextEncoder();

  function hash() {
    var all = sha256.create();
    Array.prototype.forEach.call(arguments, function (part) { all.update(part); });
    return all.array();
  }
  function bytes(hex) { return hex.match(/../g).map(function (two) { return parseInt(two, 16); }); }
  function hex(list) { return list.map(function (b) { return (b + 256).toString(16).slice(1); }).join(''); }
  function base64(text) { return Uint8Array.from(atob(text), function (c) { return c.charCodeAt(0); }); }

  // RFC 9162, 2.1.3.2; sizes stay far below 2^53, so halves are taken by division.
  function root(proof) {
    var fn = proof.index, sn = proof.size - 1, r = hash([0], utf8.encode(proof.leaf));
    proof.path.forEach(function (sibling) {
      var p = bytes(sibling);
      if (fn % 2 === 1 || fn === sn) {
        r = hash([1], p, r);
        while (fn % 2 === 0 && fn !== 0) { fn /= 2; sn = Math.floor(sn / 2); }
      } else {
        r = hash([1], r, p);
      }
      fn = Math.floor(fn / 2);
      sn = Math.floor(sn / 2);
    });
    return sn === 0 ? hex(r) : '';
  }

  // An Ed25519 key in X.509 form is 12 bytes of wrapping and 32 of key; its id is the hash of all 44.
  function keys(pem) {
    var found = {};
    (pem.match(/-----BEGIN PUBLIC KEY-----[^-]*-----END PUBLIC KEY-----/g) || []).forEach(function (block) {
      var der = base64(block.replace(/-----[A-Z ]+-----|\s/g, ''));
      if (der.length === 44) { found[sha256(der).slice(0, 16)] = der.slice(12); }
    });
    return found;
  }

  function isSigned(seal, trusted) {
    var text = ['aixin-seal', seal.key, seal.number, seal.size, seal.root, seal.at, ''].join('\n');
    var key = trusted[seal.key];
    return !!key && nacl.sign.detached.verify(utf8.encode(text), base64(seal.signature), key);
  }

  // A printed seal is one line; some scanners type it in full-width letters, or break it where the spaces are.
  function printed(text) {
    var said = text.normalize('NFKC').trim().split(/\s+/);
    return said.length === 7 && said[0] === 'aixin-seal'
      ? { key: said[1], number: said[2], size: said[3], root: said[4], at: said[5], signature: said[6] } : null;
  }

  function checked(seal, pem) {
    try {
      return isSigned(seal, keys(pem)) ? 'signed' : 'bad';
    } catch (e) {
      return 'bad';
    }
  }

  function verdict(text, pem) {
    var proof, seal = printed(text);
    if (seal) { return checked(seal, pem); }
    try {
      proof = JSON.parse(text);
      if (typeof proof.leaf !== 'string' || !proof.seal || !Array.isArray(proof.path)) { return 'unreadable'; }
    } catch (e) {
      return 'unreadable';
    }
    try {
      var right = proof.size === proof.seal.size && proof.index >= 0 && proof.index < proof.size
        && root(proof) === proof.seal.root && isSigned(proof.seal, keys(pem));
      return right ? 'good' : 'bad';
    } catch (e) {
      return 'bad';
    }
  }

  function show() {
    var text = document.getElementById('proof').value;
    var seal = printed(text);
    var found = verdict(text, document.getElementById('keys').value);
    document.querySelectorAll('[data-verdict]').forEach(function (card) {
      card.hidden = card.dataset.verdict !== found;
      if (!card.hidden) {
        var words = card.querySelector('p');
        words.dataset.words = words.dataset.words || words.textContent;
        if (found === 'good') { seal = JSON.parse(text).seal; }
        words.textContent = words.dataset.words.replace('＃', seal ? seal.number : '').replace('＊', seal ? seal.size : '');
        card.scrollIntoView({ block: 'center' });
      }
    });
  }

  var form = document.getElementById('check');
  if (form) {
    form.addEventListener('submit', function (event) { event.preventDefault(); show(); });
    // A scanner ends with Enter.
    document.getElementById('proof').addEventListener('input', function (event) {
      if (/\n$/.test(event.target.value) && printed(event.target.value)) { show(); }
    });
  } else {
    show();
  }
}());

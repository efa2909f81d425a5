/**
 * Hides what is not asked for. A form's fields by name are held against the items' data by the same name; any word
 * typed is looked for in an item's text. What a link leads to is always shown.
 */
export const FILTER_SCRIPT = `(function () {
  'use strict';
  var form = document.querySelector('form[data-filter]');
  if (!form) return;
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  var plain = function (text) { return text.normalize('NFKC').toLowerCase().replace(/\\s+/g, ''); };
  var items = all('[data-item]').map(function (node) { return { node: node, text: plain(node.textContent) }; });
  var groups = all('[data-group]');
  var output = form.querySelector('output');
  var read = function () {
    var asked = { words: [], fields: {} };
    Array.prototype.forEach.call(form.elements, function (field) {
      if (!field.name) return;
      if (field.type === 'search') asked.words = field.value.split(/\\s+/).map(plain).filter(Boolean);
      else if (field.type === 'checkbox') {
        asked.fields[field.name] = asked.fields[field.name] || [];
        if (field.checked) asked.fields[field.name].push(field.value);
      } else if (field.value) asked.fields[field.name] = [field.value];
    });
    return asked;
  };
  var fails = function (node, clause) {
    var at = clause.split(':');
    return node.getAttribute('data-frame') === at[0] && (node.getAttribute('data-o') || '').charAt(+at[1]).toLowerCase() === 'f';
  };
  var wanted = function (item, asked) {
    for (var name in asked.fields) {
      if (name === 'fails' && !fails(item.node, asked.fields[name][0])) return false;
      var own = item.node.getAttribute('data-' + name);
      if (own !== null && asked.fields[name].indexOf(own) < 0) return false;
    }
    return asked.words.every(function (word) { return item.text.indexOf(word) >= 0; });
  };
  var say = function (shown, total) {
    output.textContent = form.getAttribute('data-said').replace('{n}', shown).replace('{all}', total);
  };
  var apply = function () {
    var asked = read();
    var shown = 0;
    var total = 0;
    items.forEach(function (item) {
      var counts = !item.node.hasAttribute('data-twin');
      item.node.hidden = !wanted(item, asked);
      if (counts) total += 1;
      if (counts && !item.node.hidden) shown += 1;
    });
    groups.forEach(function (group) {
      group.hidden = !group.querySelector('[data-item]:not([hidden])');
    });
    say(shown, total);
  };
  var waiting;
  form.addEventListener('input', function () {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 150);
  });
  form.addEventListener('change', apply);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('reset', function () { setTimeout(apply, 0); });
  var reveal = function () {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var hidden = target && target.closest('[hidden]');
    if (!hidden) return;
    form.reset();
    setTimeout(function () { target.scrollIntoView(); }, 0);
  };
  window.addEventListener('hashchange', reveal);
  form.hidden = false;
  apply();
})();`;

/** A table that fits its place needs no scrolling, and so no stop on the way through the page. */
export const SCROLL_SCRIPT = `(function () {
  'use strict';
  var boxes = Array.prototype.slice.call(document.querySelectorAll('.wide[tabindex]'));
  var look = function () {
    boxes.forEach(function (box) {
      if (box.scrollWidth > box.clientWidth) box.setAttribute('tabindex', '0');
      else box.removeAttribute('tabindex');
    });
  };
  window.addEventListener('resize', look);
  look();
})();`;

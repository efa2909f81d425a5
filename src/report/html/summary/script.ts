/** Tells what cell of a map is pointed at, or chosen with the arrow keys; Enter opens the centre's page. */
export const HEAT_SCRIPT = `(function () {
  'use strict';
  Array.prototype.forEach.call(document.querySelectorAll('[data-heat]'), function (box) {
    var chapter = box.parentNode;
    var readout = chapter.querySelector('[data-readout]');
    var key = chapter.querySelectorAll('[data-key] > li');
    var cursor = document.createElement('div');
    var at = { row: 0, rule: 0 };
    var rows = function () {
      return Array.prototype.filter.call(box.querySelectorAll('tbody tr'), function (row) { return !row.hidden; });
    };
    cursor.className = 'cursor';
    cursor.hidden = true;
    box.appendChild(cursor);
    readout.hidden = false;
    var show = function (row, rule) {
      var strip = row.querySelector('.strip').getBoundingClientRect();
      var frame = box.getBoundingClientRect();
      var letter = key[rule] && row.getAttribute('data-o').charAt(+key[rule].getAttribute('data-rule'));
      var width = strip.width / key.length;
      if (!letter) return;
      cursor.style.left = strip.left - frame.left + box.scrollLeft + width * rule + 'px';
      cursor.style.top = strip.top - frame.top + box.scrollTop + 'px';
      cursor.style.width = width + 'px';
      cursor.style.height = strip.height + 'px';
      cursor.hidden = false;
      readout.textContent = [row.querySelector('th').textContent, key[rule].textContent,
        readout.getAttribute('data-' + letter.toLowerCase())].join(' · ') +
        (letter === letter.toLowerCase() ? '' : readout.getAttribute('data-waived'));
    };
    box.addEventListener('mousemove', function (event) {
      var row = event.target.closest('tbody tr');
      var strip = row && row.querySelector('.strip').getBoundingClientRect();
      if (!strip || event.clientX < strip.left || event.clientX >= strip.right) return;
      at = { row: rows().indexOf(row), rule: Math.floor((event.clientX - strip.left) / strip.width * key.length) };
      show(row, at.rule);
    });
    var STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
    box.addEventListener('keydown', function (event) {
      var shown = rows();
      var step = STEPS[event.key];
      var link = event.key === 'Enter' && event.target === box && shown[at.row] && shown[at.row].querySelector('a');
      if (link) link.click();
      if (!step || shown.length === 0) return;
      event.preventDefault();
      if (cursor.hidden) step = [0, 0];
      at.row = Math.max(0, Math.min(shown.length - 1, at.row + step[0]));
      at.rule = Math.max(0, Math.min(key.length - 1, at.rule + step[1]));
      show(shown[at.row], at.rule);
      cursor.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  });
})();`;

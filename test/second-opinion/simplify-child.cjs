/** Asks nerdamer to simplify the formula on stdin. */
const { readFileSync } = require('node:fs');
const nerdamer = require('nerdamer/all.js');

const longest = 400;
const answer = (() => {
  try {
    return nerdamer(`simplify(${readFileSync(0, 'utf8')})`).toString();
  } catch (error) {
    return `fault: ${error instanceof Error ? error.message : error}`;
  }
})();
process.stdout.write(answer.length > longest ? `${answer.slice(0, longest)}...` : answer);

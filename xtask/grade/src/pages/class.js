"use strict";
{
  const table = document.getElementById("matrix");
  const rows = [...table.tBodies[0].rows];
  const headings = [...table.tHead.rows[0].cells];

  // What a row is found by: all that it shows, and the student's id, which its address has.
  const found = rows.map((row) =>
    (row.textContent + " " + row.querySelector("a").getAttribute("href")).toLowerCase());
  const filter = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const look = () => {
    const words = filter.value.toLowerCase().trim().split(/\s+/);
    let count = 0;
    rows.forEach((row, i) => {
      row.hidden = !words.every((word) => found[i].includes(word));
      count += row.hidden ? 0 : 1;
    });
    shown.textContent = `${count} of ${rows.length}`;
  };
  filter.addEventListener("input", look);
  look();
  document.getElementById("tools").hidden = false;

  // A cell without points comes below one with none earned.
  const points = (row, column) => {
    const number = row.cells[column].textContent.match(/[\d.]+/);
    return number ? Number(number[0]) : -1;
  };
  const name = (row) => row.cells[0].textContent;
  const order = (column) => column === 0
    ? (a, b) => name(a).localeCompare(name(b))
    : (a, b) => points(a, column) - points(b, column);
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      // Names from their beginning first, points from the fewest.
      const up = heading.getAttribute("aria-sort") !== "ascending";
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", up ? "ascending" : "descending");
      const compare = order(column);
      const sorted = [...rows].sort((a, b) => (up ? compare(a, b) : compare(b, a)));
      table.tBodies[0].append(...sorted);
    });
  });
}

// Answers all that is in the body, part by part: each element's name with its attributes, each text,
// each element's end. Scripts are left out, since pages differ by them, and comments, since nobody
// sees them: texts on both sides of one are one text.

const parts = [];
let text = "";

const end = () => {
  if (text) parts.push(text);
  text = "";
};

const take = (node) => {
  if (node.nodeType === Node.TEXT_NODE) text += node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.localName === "script") return;
  end();
  const attribute = ({ name, value }) => ` ${name}=${JSON.stringify(value)}`;
  const attributes = [...node.attributes].map(attribute).sort();
  parts.push(`<${node.localName}${attributes.join("")}>`);
  for (const child of node.childNodes) take(child);
  end();
  parts.push(`</${node.localName}>`);
};

take(document.body);
return parts;
